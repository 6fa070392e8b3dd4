# diagnosis: said-too-early
def breakfast(batches, guests, make, eat):
    steamer = Queue()
    cooks = [Process(target=make, args=(batch, steamer)) for batch in batches]
    eaters = [Process(target=eat, args=(guest, steamer)) for guest in guests]
    for each in cooks + eaters:
        each.start()
    cooks[0].join()
    for _ in eaters:
        steamer.put(None)
    for each in cooks + eaters:
        each.join()
