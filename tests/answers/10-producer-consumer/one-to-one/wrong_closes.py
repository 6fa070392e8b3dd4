# diagnosis: nobody-said
def make(buns, steamer, cook):
    for bun in buns:
        steamer.put(cook(bun))
    steamer.close()


def eat(steamer, bite):
    while True:
        try:
            bite(steamer.get())
        except (EOFError, ValueError):
            break
