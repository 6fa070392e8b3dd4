def guest(steamer, bite):
    while True:
        bite(steamer.get())
        steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for b in buns:
        steamer.put(b)
    for _ in range(guests):
        p = Process(target=guest, args=(steamer, bite))
        p.daemon = True
        p.start()
    steamer.join()
