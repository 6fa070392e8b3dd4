# diagnosis: only-buns
def make(buns, steamer, cook):
    for bun in buns:
        steamer.put(cook(bun))
    steamer.put(None)


def eat(steamer, bite):
    while True:
        bun = steamer.get()
        bite(bun)
        if bun is None:
            break
