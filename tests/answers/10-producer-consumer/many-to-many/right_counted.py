def breakfast(batches, guests, make, eat):
    steamer = Queue(maxsize=10)
    cooks, eaters = [], []
    for guest in guests:
        eater = Process(target=eat, args=(guest, steamer), name=guest)
        eater.start()
        eaters.append(eater)
    for batch in batches:
        cook = Process(target=make, args=(batch, steamer))
        cook.start()
        cooks.append(cook)
    for cook in cooks:
        cook.join()
    for eater in eaters:
        steamer.put(None)
    for eater in eaters:
        eater.join()
