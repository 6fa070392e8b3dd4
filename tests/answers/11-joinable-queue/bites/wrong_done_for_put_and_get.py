# diagnosis: done-too-often
def nibble(steamer, bite):
    while True:
        rest = bite(steamer.get())
        steamer.task_done()
        if rest is not None:
            steamer.put(rest)
            steamer.task_done()
