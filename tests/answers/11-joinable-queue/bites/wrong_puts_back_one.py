# diagnosis: all-bitten
def nibble(steamer, bite):
    while True:
        rest = bite(steamer.get())
        if rest is not None:
            steamer.put(1)
        steamer.task_done()
