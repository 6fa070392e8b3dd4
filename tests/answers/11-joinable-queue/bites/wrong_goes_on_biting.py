# diagnosis: one-bite
def nibble(steamer, bite):
    while True:
        bun = steamer.get()
        while bun is not None:
            bun = bite(bun)
        steamer.task_done()
