# diagnosis: gave-up
def eat(pipe):
    left, right = pipe
    left.close()
    eaten = []
    try:
        while right.poll(1):
            eaten.append(right.recv())
    except EOFError:
        pass
    return eaten

def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send(bun)
    left.close()
