# diagnosis: said-too-early
def make_and_say(make, batch, steamer, guests):
    make(batch, steamer)
    for _ in guests:
        steamer.put(None)


def breakfast(batches, guests, make, eat):
    steamer = Queue()
    cooks = [Process(target=make_and_say, args=(make, each, steamer, guests)) for each in batches]
    eaters = [Process(target=eat, args=(guest, steamer)) for guest in guests]
    for each in cooks + eaters:
        each.start()
    for each in cooks + eaters:
        each.join()
