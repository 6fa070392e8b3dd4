# diagnosis: all
def eat(pipe):
    left, right = pipe
    left.close()
    return right.recv()


def cook(buns, pipe):
    left, right = pipe
    right.close()
    left.send(list(buns))
    left.close()
