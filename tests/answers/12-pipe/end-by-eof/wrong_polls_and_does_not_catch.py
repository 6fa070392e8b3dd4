# diagnosis: EOFError
def eat(pipe):
    left, right = pipe
    left.close()
    eaten = []
    while right.poll():
        eaten.append(right.recv())
    return eaten

def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send(bun)
    left.close()
