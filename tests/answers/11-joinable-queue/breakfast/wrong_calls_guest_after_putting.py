# diagnosis: run-not-start
def guest(steamer, bite):
    while True:
        bun = steamer.get()
        bite(bun)
        steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for bun in buns:
        steamer.put(bun)
    for _ in range(guests):
        Process(target=guest(steamer, bite), daemon=True).start()
    steamer.join()
