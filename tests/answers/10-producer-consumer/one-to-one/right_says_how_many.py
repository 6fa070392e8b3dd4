def make(buns, steamer, cook):
    steamer.put(len(buns))
    for b in buns:
        steamer.put(cook(b))


def eat(steamer, bite):
    for _ in range(steamer.get()):
        bite(steamer.get())
