# diagnosis: needless-sentinel
def guest(steamer, bite):
    while True:
        bun = steamer.get()
        if bun is None:
            steamer.task_done()
            break
        bite(bun)
        steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for _ in range(guests):
        Process(target=guest, args=(steamer, bite), daemon=True).start()
    for bun in buns:
        steamer.put(bun)
    for _ in range(guests):
        steamer.put(None)
    steamer.join()
