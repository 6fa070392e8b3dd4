# diagnosis: never-done
def guest(steamer, bite):
    while True:
        bun = steamer.get()
        if bun is None:
            break
        bite(bun)
    steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for _ in range(guests):
        Process(target=guest, args=(steamer, bite), daemon=True).start()
    for bun in buns:
        steamer.put(bun)
    steamer.join()
