# diagnosis: one-bite
def nibble(steamer, bite):
    for bun in iter(steamer.get, None):
        rest = bun
        while rest is not None:
            rest = bite(rest)
        steamer.task_done()
