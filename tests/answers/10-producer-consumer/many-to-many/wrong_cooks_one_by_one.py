# diagnosis: too-few
def breakfast(batches, guests, make, eat):
    steamer = Queue()
    cooks = [Process(target=make, args=(batch, steamer)) for batch in batches]
    eaters = [Process(target=eat, args=(guest, steamer)) for guest in guests]
    for each in eaters:
        each.start()
    for each in cooks:
        each.start()
        each.join()
    for _ in eaters:
        steamer.put(None)
    for each in eaters:
        each.join()
