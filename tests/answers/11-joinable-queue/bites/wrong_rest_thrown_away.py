# diagnosis: all-bitten
def nibble(steamer, bite):
    while True:
        bite(steamer.get())
        steamer.task_done()
