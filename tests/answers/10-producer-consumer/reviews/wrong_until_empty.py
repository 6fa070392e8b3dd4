# diagnosis: left-behind
def critic(steamer, box, taste):
    while not steamer.empty():
        number, bun = steamer.get()
        box.put((number, taste(bun)))


def reviews(buns, guests, taste):
    steamer, box = Queue(), Queue()
    critics = [Process(target=critic, args=(steamer, box, taste)) for _ in range(guests)]
    for each in critics:
        each.start()
    for item in enumerate(buns):
        steamer.put(item)
    found = dict(box.get() for _ in buns)
    for each in critics:
        each.join()
    return [found[number] for number in range(len(buns))]
