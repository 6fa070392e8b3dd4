# diagnosis: done-too-often
def nibble(steamer, bite):
    while True:
        rest = bite(steamer.get())
        if rest is None:
            steamer.task_done()
        else:
            steamer.put(rest)
            steamer.task_done()
        steamer.task_done()
