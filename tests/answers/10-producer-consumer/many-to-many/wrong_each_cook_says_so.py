# diagnosis: sign-for-another
def make_and_say(make, batch, steamer):
    make(batch, steamer)
    steamer.put(None)


def breakfast(batches, guests, make, eat):
    steamer = Queue()
    cooks = [Process(target=make_and_say, args=(make, batch, steamer)) for batch in batches]
    eaters = [Process(target=eat, args=(guest, steamer)) for guest in guests]
    for each in cooks + eaters:
        each.start()
    for each in cooks + eaters:
        each.join()
