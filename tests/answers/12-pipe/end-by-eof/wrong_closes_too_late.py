# diagnosis: end-kept-by-reader
def eat(pipe):
    left, right = pipe
    eaten = []
    try:
        while True:
            eaten.append(right.recv())
    except EOFError:
        left.close()
        right.close()
    return eaten

def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send(bun)
    left.close()
