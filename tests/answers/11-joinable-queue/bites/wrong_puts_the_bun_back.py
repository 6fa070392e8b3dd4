# diagnosis: livelock
def nibble(steamer, bite):
    while True:
        bun = steamer.get()
        rest = bite(bun)
        if rest is not None:
            steamer.put(bun)
        steamer.task_done()
