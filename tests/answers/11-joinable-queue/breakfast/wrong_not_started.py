# diagnosis: run-not-start
def guest(steamer, bite):
    while True:
        bun = steamer.get()
        bite(bun)
        steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for i in range(guests):
        Process(target=guest, args=(steamer, bite), daemon=True)
    for b in buns:
        steamer.put(b)
    steamer.join()
