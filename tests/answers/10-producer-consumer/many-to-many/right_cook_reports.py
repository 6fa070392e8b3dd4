def make_and_report(make, batch, steamer, done):
    make(batch, steamer)
    done.put("done")


def breakfast(batches, guests, make, eat):
    steamer = Queue()
    cooks = [Process(target=make, args=(batch, steamer)) for batch in batches]
    eaters = [Process(target=eat, args=(guest, steamer)) for guest in guests]
    everybody = cooks + eaters
    for each in everybody:
        each.start()
    for number, each in enumerate(everybody):
        if number == len(cooks):
            for _ in eaters:
                steamer.put(None)
        each.join()
