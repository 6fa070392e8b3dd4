# diagnosis: taker-joins
def nibble(steamer, bite):
    while True:
        rest = bite(steamer.get())
        if rest is not None:
            steamer.put(rest)
        steamer.task_done()
        steamer.join()
