END = -1, ""


def critic(steamer, box, taste):
    number, bun = steamer.get()
    while number >= 0:
        box.put((number, taste(bun)))
        number, bun = steamer.get()
    steamer.put(END)


def reviews(buns, guests, taste):
    steamer, box = Queue(), Queue()
    for item in [*enumerate(buns), END]:
        steamer.put(item)
    critics = [Process(target=critic, args=(steamer, box, taste)) for _ in range(guests)]
    for each in critics:
        each.start()
    found = sorted((box.get() for _ in buns), key=lambda pair: pair[0])
    for each in critics:
        each.join()
    return [review for _, review in found]
