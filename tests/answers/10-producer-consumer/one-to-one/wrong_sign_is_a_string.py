# diagnosis: any-string
def make(buns, steamer, cook):
    for bun in buns:
        steamer.put(cook(bun))
    steamer.put("end")


def eat(steamer, bite):
    while (bun := steamer.get()) != "end":
        bite(bun)
