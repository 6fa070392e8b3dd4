# diagnosis: falsy-end
def make(buns, steamer, cook):
    for bun in buns:
        steamer.put(cook(bun))
    steamer.put(None)


def eat(steamer, bite):
    while bun := steamer.get():
        bite(bun)
