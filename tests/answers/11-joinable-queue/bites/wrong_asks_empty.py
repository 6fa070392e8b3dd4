# diagnosis: asks-empty
def nibble(steamer, bite):
    while not steamer.empty():
        rest = bite(steamer.get())
        if rest is not None:
            steamer.put(rest)
        steamer.task_done()
