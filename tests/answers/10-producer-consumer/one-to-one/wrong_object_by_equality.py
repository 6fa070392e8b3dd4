# diagnosis: equals-nothing
END = object()


def make(buns, steamer, cook):
    for bun in buns:
        steamer.put(cook(bun))
    steamer.put(END)


def eat(steamer, bite):
    while (bun := steamer.get()) != END:
        bite(bun)
