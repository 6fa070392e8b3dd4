def eat(pipe):
    left, right = pipe
    left.close()
    eaten = []
    while True:
        try:
            bun = right.recv()
            eaten.append(bun)
        except EOFError:
            right.close()
            break
    return eaten


def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send(bun)
    else:
        left.close()
