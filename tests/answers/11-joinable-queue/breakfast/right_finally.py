def guest(steamer, bite):
    while True:
        bun = steamer.get()
        try:
            bite(bun)
        finally:
            steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for bun in buns:
        steamer.put(bun)
    everybody = [Process(target=guest, args=(steamer, bite), daemon=True) for _ in range(guests)]
    for each in everybody:
        each.start()
    steamer.join()
