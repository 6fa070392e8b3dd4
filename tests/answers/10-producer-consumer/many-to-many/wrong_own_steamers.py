# diagnosis: nobody-said
def breakfast(batches, guests, make, eat):
    cooks = [Process(target=make, args=(batch, Queue())) for batch in batches]
    eaters = [Process(target=eat, args=(guest, Queue())) for guest in guests]
    steamer = Queue()
    for each in cooks + eaters:
        each.start()
    for each in cooks:
        each.join()
    for _ in eaters:
        steamer.put(None)
    for each in eaters:
        each.join()
