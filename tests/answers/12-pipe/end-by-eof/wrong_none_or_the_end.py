# diagnosis: stopped-at-nothing
def eat(pipe):
    left, right = pipe
    left.close()
    eaten = []
    try:
        while (bun := right.recv()) is not None:
            eaten.append(bun)
    except EOFError:
        pass
    return eaten

def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send(bun)
    left.close()
