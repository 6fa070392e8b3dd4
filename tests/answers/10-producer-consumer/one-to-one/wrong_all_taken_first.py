# diagnosis: too-few
def make(buns, steamer, cook):
    for bun in buns:
        steamer.put(cook(bun))
    steamer.put(None)


def eat(steamer, bite):
    plate = []
    while (bun := steamer.get()) is not None:
        plate.append(bun)
    for bun in plate:
        bite(bun)
