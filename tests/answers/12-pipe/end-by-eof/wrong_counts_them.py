# diagnosis: all
def eat(pipe):
    left, right = pipe
    left.close()
    number = right.recv()
    return [right.recv() for _ in range(number)]


def cook(buns, pipe):
    left, right = pipe
    right.close()
    buns = list(buns)
    left.send(len(buns))
    for bun in buns:
        left.send(bun)
    left.close()
