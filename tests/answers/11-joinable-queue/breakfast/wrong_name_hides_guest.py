# diagnosis: main-works
def guest(steamer, bite):
    while True:
        bun = steamer.get()
        bite(bun)
        steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for guest in range(guests):
        p = Process(target=guest, args=(steamer, bite), daemon=True)
        p.start()
    for b in buns:
        steamer.put(b)
    steamer.join()
