# diagnosis: too-few
def make(buns, steamer, cook):
    ready = [cook(bun) for bun in buns]
    for bun in ready:
        steamer.put(bun)
    steamer.put(None)


def eat(steamer, bite):
    while (bun := steamer.get()) is not None:
        bite(bun)
