# diagnosis: taker-joins
def guest(steamer, bite):
    for _ in range(2):
        bun = steamer.get()
        bite(bun)
        steamer.join()
        steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for _ in range(guests):
        Process(target=guest, args=(steamer, bite), daemon=True).start()
    for bun in buns:
        steamer.put(bun)
    steamer.join()
