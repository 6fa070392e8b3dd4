# diagnosis: nobody-said
END = ("the end",)


def make(buns, steamer, cook):
    for bun in buns:
        steamer.put(cook(bun))
    steamer.put(END)


def eat(steamer, bite):
    while True:
        bun = steamer.get()
        if bun is END:
            break
        bite(bun)
