# diagnosis: TypeError
def eat(pipe):
    left, right = pipe
    left.close()
    eaten = []
    while True:
        more, bun = right.recv()
        if not more:
            return eaten
        eaten.append(bun)


def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send((True, bun))
    left.send((False, None))
    left.close()
