# diagnosis: stopped-at-nothing
def eat(pipe):
    left, right = pipe
    left.close()
    eaten = []
    while True:
        bun = right.recv()
        if bun is None:
            return eaten
        eaten.append(bun)


def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send(bun)
    left.send(None)
    left.close()
