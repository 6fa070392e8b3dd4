# diagnosis: asks-size
def make(buns, steamer, cook):
    for b in buns:
        steamer.put(cook(b))


def eat(steamer, bite):
    while steamer.qsize() > 0:
        bite(steamer.get())
