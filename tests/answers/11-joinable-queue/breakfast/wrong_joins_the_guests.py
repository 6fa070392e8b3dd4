# diagnosis: joins-daemons
def guest(steamer, bite):
    while True:
        bun = steamer.get()
        bite(bun)
        steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    everybody = [Process(target=guest, args=(steamer, bite), daemon=True) for _ in range(guests)]
    for each in everybody:
        each.start()
    for bun in buns:
        steamer.put(bun)
    steamer.join()
    for each in everybody:
        each.join()
