# diagnosis: wrong-end
def eat(pipe):
    left, right = pipe
    right.close()
    eaten = []
    while True:
        try:
            eaten.append(left.recv())
        except EOFError:
            return eaten

def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send(bun)
    left.close()
