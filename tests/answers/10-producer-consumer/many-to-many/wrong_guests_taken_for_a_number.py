# diagnosis: TypeError
def breakfast(batches, guests, make, eat):
    q = Queue()
    cooks = [Process(target=make, args=(b, q)) for b in batches]
    eaters = [Process(target=eat, args=(g, q)) for g in range(guests)]
    for p in cooks + eaters:
        p.start()
    for c in cooks:
        c.join()
    for _ in range(guests):
        q.put(None)
    for p in eaters:
        p.join()
