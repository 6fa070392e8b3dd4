# diagnosis: a-cook-each
def breakfast(batches, guests, make, eat):
    q = Queue()
    for batch in batches:
        for bun in batch:
            q.put(bun)
    eaters = [Process(target=eat, args=(g, q)) for g in guests]
    for p in eaters:
        p.start()
    for _ in guests:
        q.put(None)
    for p in eaters:
        p.join()
