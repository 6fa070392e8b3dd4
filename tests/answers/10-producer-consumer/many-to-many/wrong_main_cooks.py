# diagnosis: too-few
def breakfast(batches, guests, make, eat):
    steamer = Queue()
    eaters = [Process(target=eat, args=(guest, steamer)) for guest in guests]
    for each in eaters:
        each.start()
    for batch in batches:
        make(batch, steamer)
    for _ in eaters:
        steamer.put(None)
    for each in eaters:
        each.join()
