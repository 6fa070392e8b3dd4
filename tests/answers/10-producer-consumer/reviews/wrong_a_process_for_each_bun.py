# diagnosis: too-many
def critic(number, bun, box, taste):
    box.put((number, taste(bun)))


def reviews(buns, guests, taste):
    box = Queue()
    critics = [Process(target=critic, args=(*item, box, taste)) for item in enumerate(buns)]
    for each in critics:
        each.start()
    found = dict(box.get() for _ in buns)
    for each in critics:
        each.join()
    return [found[number] for number in range(len(buns))]
