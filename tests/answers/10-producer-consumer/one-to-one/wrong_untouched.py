# diagnosis: untouched
def make(buns, steamer, cook):
    raise NotImplementedError()


def eat(steamer, bite):
    raise NotImplementedError()
