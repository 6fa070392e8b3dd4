# diagnosis: only-buns
def make(buns, steamer, cook):
    steamer.put([cook(b) for b in buns])
    steamer.put(None)


def eat(steamer, bite):
    while True:
        b = steamer.get()
        if b is None:
            break
        bite(b)
