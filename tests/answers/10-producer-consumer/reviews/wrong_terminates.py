# diagnosis: open.killed
def critic(steamer, box, taste):
    while True:
        n, bun = steamer.get()
        box.put((n, taste(bun)))


def reviews(buns, guests, taste):
    steamer, box = Queue(), Queue()
    ps = [Process(target=critic, args=(steamer, box, taste)) for _ in range(guests)]
    for p in ps:
        p.start()
    for item in enumerate(buns):
        steamer.put(item)
    out = dict(box.get() for _ in buns)
    for p in ps:
        p.terminate()
        p.join()
    return [out[n] for n in range(len(buns))]
