# diagnosis: done-too-early
def guest(steamer, bite):
    while True:
        bun = steamer.get()
        steamer.task_done()
        bite(bun)


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for _ in range(guests):
        Process(target=guest, args=(steamer, bite), daemon=True).start()
    for bun in buns:
        steamer.put(bun)
    steamer.join()
