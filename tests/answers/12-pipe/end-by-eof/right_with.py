def eat(pipe):
    pipe[0].close()
    eaten = []
    with pipe[1] as end:
        try:
            while True:
                eaten.append(end.recv())
        except EOFError:
            pass
    return eaten


def cook(buns, pipe):
    with pipe[0] as left, pipe[1]:
        for bun in buns:
            left.send(bun)
