def critic(share, box, taste):
    for number, bun in share:
        box.put((number, taste(bun)))


def reviews(buns, guests, taste):
    box = Queue()
    items = list(enumerate(buns))
    shares = [items[first::guests] for first in range(guests)]
    critics = [Process(target=critic, args=(share, box, taste)) for share in shares]
    for each in critics:
        each.start()
    found = dict(box.get() for _ in items)
    for each in critics:
        each.join()
    return [found[number] for number, _ in items]
