# diagnosis: never-done
def nibble(steamer, bite):
    while True:
        rest = bite(steamer.get())
        if rest is not None:
            steamer.put(rest)
