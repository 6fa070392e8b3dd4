# diagnosis: end-kept-by-reader
def eat(pipe):
    left, right = pipe
    eaten = []
    while True:
        try:
            eaten.append(right.recv())
        except EOFError:
            return eaten


def cook(buns, pipe):
    left, right = pipe
    for bun in buns:
        left.send(bun)
