# diagnosis: untouched
def eat(pipe):
    left, right = pipe
    raise NotImplementedError()


def cook(buns, pipe):
    left, right = pipe
    raise NotImplementedError()
