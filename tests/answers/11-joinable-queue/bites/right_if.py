def nibble(steamer, bite):
    while True:
        bun = steamer.get()
        rest = bite(bun)
        if rest is not None:
            steamer.put(rest)
        steamer.task_done()
