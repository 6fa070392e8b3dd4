# diagnosis: falsy-end
def make(buns, steamer, cook):
    for bun in buns:
        steamer.put(cook(bun))
    steamer.put("")


def eat(steamer, bite):
    while (bun := steamer.get()) != "":
        bite(bun)
