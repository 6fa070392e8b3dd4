def breakfast(batches, guests, make, eat):
    q = Queue()
    cooks = [Process(target=make, args=(b, q)) for b in batches]
    eaters = [Process(target=eat, args=(g, q)) for g in guests]
    for p in cooks + eaters:
        p.start()
        print('home', p.name)
    for p in cooks:
        p.join()
    for _ in guests:
        q.put(None)
    for p in eaters:
        p.join()
    print('left: 0')
