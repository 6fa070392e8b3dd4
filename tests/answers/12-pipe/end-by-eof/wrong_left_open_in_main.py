# diagnosis: end-kept-open
def eat(pipe):
    left, right = pipe
    left.close()
    eaten = []
    while True:
        try:
            eaten.append(right.recv())
        except EOFError:
            return eaten

def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send(bun)
