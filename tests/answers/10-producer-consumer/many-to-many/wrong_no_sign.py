# diagnosis: nobody-said
def breakfast(batches, guests, make, eat):
    steamer = Queue()
    cooks = [Process(target=make, args=(batch, steamer)) for batch in batches]
    eaters = [Process(target=eat, args=(guest, steamer)) for guest in guests]
    for each in cooks + eaters:
        each.start()
    for each in cooks + eaters:
        each.join()
