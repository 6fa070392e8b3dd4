# diagnosis: RuntimeError
def make(buns, steamer, cook):
    for bun in buns:
        steamer.put(cook(bun))
    steamer.put(None)


def eat(steamer, bite):
    bun = steamer.get()
    while bun is not None:
        bite(bun)
