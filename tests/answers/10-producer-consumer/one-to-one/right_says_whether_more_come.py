def make(buns, steamer, cook):
    for bun in buns:
        steamer.put((True, cook(bun)))
    steamer.put((False, ""))


def eat(steamer, bite):
    more, bun = steamer.get()
    while more:
        bite(bun)
        more, bun = steamer.get()
