def breakfast(batches, guests, make, eat):
    steamer = Queue()
    cooks = [Process(target=make, kwargs={"buns": each, "steamer": steamer}) for each in batches]
    eaters = [Process(target=eat, kwargs={"guest": each, "steamer": steamer}) for each in guests]
    for process in [*eaters, *cooks]:
        process.start()
    while cooks:
        cooks.pop().join()
    steamer.put_nowait(None) if len(eaters) == 1 else [steamer.put(None) for _ in eaters]
    while eaters:
        eaters.pop().join()
