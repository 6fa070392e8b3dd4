# diagnosis: AttributeError
def breakfast(batches, guests, make, eat):
    q = Queue()
    cooks = [Process(target=make, args=(b, q)) for b in batches]
    eaters = [Process(target=eat, args=(q, g)) for g in guests]
    for p in cooks + eaters:
        p.start()
    for c in cooks:
        c.join()
    for _ in guests:
        q.put(None)
    for p in eaters:
        p.join()
