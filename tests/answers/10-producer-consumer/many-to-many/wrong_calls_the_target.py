# diagnosis: run-not-start
def breakfast(batches, guests, make, eat):
    q = Queue()
    cooks = [Process(target=make(b, q)) for b in batches]
    eaters = [Process(target=eat(g, q)) for g in guests]
    for p in cooks + eaters:
        p.start()
    for p in cooks:
        p.join()
    for _ in guests:
        q.put(None)
    for p in eaters:
        p.join()
