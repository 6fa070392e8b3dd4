def make(buns, steamer, cook):
    for bun in buns:
        print('cooked:', [bun])
        steamer.put(cook(bun))
    steamer.put(None)


def eat(steamer, bite):
    while (bun := steamer.get()) is not None:
        bite(bun)
        print(f'bitten: {bun!r}')
