def eat(pipe):
    left, right = pipe
    left.close()
    while True:
        try:
            yield right.recv()
        except EOFError:
            return


def cook(buns, pipe):
    left, right = pipe
    for bun in buns:
        left.send(bun)
    left.close()
    right.close()
