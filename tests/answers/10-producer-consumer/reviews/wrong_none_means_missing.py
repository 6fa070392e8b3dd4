# diagnosis: waits-for-the-gone
def critic(steamer, box, taste):
    while (item := steamer.get()) is not None:
        number, bun = item
        box.put((number, taste(bun)))


def reviews(buns, guests, taste):
    steamer, box = Queue(), Queue()
    critics = [Process(target=critic, args=(steamer, box, taste)) for _ in range(guests)]
    for each in critics:
        each.start()
    for item in enumerate(buns):
        steamer.put(item)
    for _ in critics:
        steamer.put(None)
    found = [None] * len(buns)
    while None in found:
        number, review = box.get()
        found[number] = review
    for each in critics:
        each.join()
    return found
