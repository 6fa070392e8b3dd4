# diagnosis: left-early
def nibble(steamer, bite):
    rest = bite(steamer.get())
    if rest is not None:
        steamer.put(rest)
    steamer.task_done()
