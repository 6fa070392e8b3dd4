# diagnosis: nobody-said
def make(buns, steamer, cook):
    for bun in buns:
        steamer.put(cook(bun))


def eat(steamer, bite):
    while True:
        bite(steamer.get())
