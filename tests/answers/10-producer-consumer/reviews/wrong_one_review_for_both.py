# diagnosis: each-its-own
def critic(steamer, box, taste):
    for bun in iter(steamer.get, None):
        box.put({bun: taste(bun)})


def reviews(buns, guests, taste):
    steamer, box = Queue(), Queue()
    ps = [Process(target=critic, args=(steamer, box, taste)) for _ in range(guests)]
    for p in ps:
        p.start()
    for b in buns:
        steamer.put(b)
    for p in ps:
        steamer.put(None)
    out = {}
    for _ in buns:
        out.update(box.get())
    for p in ps:
        p.join()
    return [out[b] for b in buns]
