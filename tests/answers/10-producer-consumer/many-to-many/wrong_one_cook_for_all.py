# diagnosis: a-cook-each
def breakfast(batches, guests, make, eat):
    q = Queue()
    cook = Process(target=make, args=(sum(batches, []), q))
    eaters = [Process(target=eat, args=(g, q)) for g in guests]
    for p in [cook] + eaters:
        p.start()
    cook.join()
    for _ in guests:
        q.put(None)
    for p in eaters:
        p.join()
