# diagnosis: deadlock
def breakfast(batches, guests, make, eat):
    steamer = Queue(maxsize=1)
    cooks = [Process(target=make, args=(batch, steamer)) for batch in batches]
    for cook in cooks:
        cook.start()
    for cook in cooks:
        cook.join()
    eaters = [Process(target=eat, args=(guest, steamer)) for guest in guests]
    for eater in eaters:
        eater.start()
    for _ in guests:
        steamer.put(None)
    for eater in eaters:
        eater.join()
