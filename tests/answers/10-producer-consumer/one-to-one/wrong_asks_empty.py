# diagnosis: did-not-wait
def make(buns, steamer, cook):
    for bun in buns:
        steamer.put(cook(bun))


def eat(steamer, bite):
    while not steamer.empty():
        bite(steamer.get())
