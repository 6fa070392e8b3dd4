# diagnosis: unpicklable
def reviews(buns, guests, taste):
    def critic(steamer, box):
        while (item := steamer.get()) is not None:
            box.put((item[0], taste(item[1])))

    steamer, box = Queue(), Queue()
    critics = [Process(target=critic, args=(steamer, box)) for _ in range(guests)]
    for each in critics:
        each.start()
    for item in enumerate(buns):
        steamer.put(item)
    for _ in critics:
        steamer.put(None)
    found = dict(box.get() for _ in buns)
    for each in critics:
        each.join()
    return [found[number] for number in range(len(buns))]
