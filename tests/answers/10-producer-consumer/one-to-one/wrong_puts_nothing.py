# diagnosis: all-eaten
def make(buns, steamer, cook):
    for b in buns:
        cook(b)
    steamer.put(None)


def eat(steamer, bite):
    while True:
        b = steamer.get()
        if b is None:
            break
        bite(b)
