def critic(steamer, box, taste):
    while True:
        item = steamer.get()
        if item is None:
            return
        box.put((item[0], taste(item[1])))


def reviews(buns, guests, taste):
    steamer, box = Queue(), Queue()
    critics = []
    for _ in range(guests):
        each = Process(target=critic, args=(steamer, box, taste))
        each.start()
        critics.append(each)
    for number, bun in enumerate(buns):
        steamer.put((number, bun))
    for _ in range(guests):
        steamer.put(None)
    found = [None] * len(buns)
    for _ in buns:
        number, review = box.get()
        found[number] = review
    for each in critics:
        each.join()
    return found
