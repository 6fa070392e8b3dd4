# diagnosis: start-gives-nothing
def breakfast(batches, guests, make, eat):
    q = Queue()
    for b in batches:
        Process(target=make, args=[b, q]).start().join()
    for g in guests:
        q.put(None)
        Process(target=eat, args=[g, q]).start().join()
