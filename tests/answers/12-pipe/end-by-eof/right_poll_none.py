def eat(pipe):
    left, right = pipe
    left.close()
    eaten = []
    while right.poll(None):
        try:
            bun = right.recv()
        except EOFError:
            break
        eaten.append(bun)
    return eaten

def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send(bun)
    left.close()
