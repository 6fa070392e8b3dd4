# diagnosis: missed-the-sign
def make(buns, steamer, cook):
    for b in buns:
        steamer.put(cook(b))
    steamer.put(None)


def eat(steamer, bite):
    while steamer.get() is not None:
        bite(steamer.get())
