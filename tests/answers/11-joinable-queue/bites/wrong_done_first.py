# diagnosis: done-too-early
def nibble(steamer, bite):
    while True:
        bun = steamer.get()
        steamer.task_done()
        rest = bite(bun)
        if rest is not None:
            steamer.put(rest)
