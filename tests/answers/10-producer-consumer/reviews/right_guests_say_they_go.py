def critic(steamer, box, taste):
    for n, bun in iter(steamer.get, None):
        box.put((n, taste(bun)))
    box.put(None)


def reviews(buns, guests, taste):
    steamer, box = Queue(), Queue()
    ps = [Process(target=critic, args=(steamer, box, taste)) for _ in range(guests)]
    for p in ps:
        p.start()
    for item in enumerate(buns):
        steamer.put(item)
    for p in ps:
        steamer.put(None)
    gone, out = 0, [None] * len(buns)
    while gone < guests:
        item = box.get()
        if item is None:
            gone += 1
        else:
            out[item[0]] = item[1]
    for p in ps:
        p.join()
    return out
