# diagnosis: raw
def make(buns, steamer, cook):
    for bun in buns:
        cook(bun)
        steamer.put(bun)
    steamer.put(None)


def eat(steamer, bite):
    while (bun := steamer.get()) is not None:
        bite(bun)
