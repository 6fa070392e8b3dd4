# diagnosis: past-the-end
def eat(pipe):
    left, right = pipe
    left.close()
    eaten = []
    while True:
        try:
            eaten.append(right.recv())
        except EOFError:
            continue
    return eaten

def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send(bun)
    left.close()
