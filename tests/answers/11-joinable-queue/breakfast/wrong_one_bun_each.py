# diagnosis: left-early
def guest(steamer, bite):
    bite(steamer.get())
    steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for _ in range(guests):
        Process(target=guest, args=(steamer, bite), daemon=True).start()
    for bun in buns:
        steamer.put(bun)
    steamer.join()
