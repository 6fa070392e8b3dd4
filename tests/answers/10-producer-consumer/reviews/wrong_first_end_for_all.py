# diagnosis: one-of-many
def critic(steamer, box, taste):
    while (item := steamer.get()) is not None:
        number, bun = item
        box.put((number, taste(bun)))
    box.put(None)


def reviews(buns, guests, taste):
    steamer, box = Queue(), Queue()
    critics = [Process(target=critic, args=(steamer, box, taste)) for _ in range(guests)]
    for each in critics:
        each.start()
    for item in enumerate(buns):
        steamer.put(item)
    for _ in critics:
        steamer.put(None)
    found = dict(iter(box.get, None))
    for each in critics:
        each.join()
    return [found[number] for number in sorted(found)]
