# diagnosis: joins-daemons
def guest(steamer, bite):
    while True:
        bite(steamer.get())
        steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    crowd = [Process(target=guest, args=(steamer, bite), daemon=True) for _ in range(guests)]
    for each in crowd:
        each.start()
    for bun in buns:
        steamer.put(bun)
    while any(each.is_alive() for each in crowd):
        pass
