# diagnosis: TypeError
def nibble(steamer, bite):
    while True:
        rest = bite(steamer.get())
        steamer.put(rest)
        steamer.task_done()
