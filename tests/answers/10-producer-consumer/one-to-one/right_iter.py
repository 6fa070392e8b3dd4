END = ("the end",)


def make(buns, steamer, cook):
    try:
        for bun in buns:
            steamer.put(cook(bun))
    finally:
        steamer.put(END)


def eat(steamer, bite):
    for bun in iter(steamer.get, END):
        bite(bun)
