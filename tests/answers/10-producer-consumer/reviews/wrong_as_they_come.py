# diagnosis: in-order
def critic(steamer, box, taste):
    while (bun := steamer.get()) is not None:
        box.put(taste(bun))


def reviews(buns, guests, taste):
    steamer, box = Queue(), Queue()
    critics = [Process(target=critic, args=(steamer, box, taste)) for _ in range(guests)]
    for each in critics:
        each.start()
    for bun in buns:
        steamer.put(bun)
    for _ in critics:
        steamer.put(None)
    found = [box.get() for _ in buns]
    for each in critics:
        each.join()
    return found
