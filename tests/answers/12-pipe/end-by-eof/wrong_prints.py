# diagnosis: returned
def eat(pipe):
    left, right = pipe
    left.close()
    try:
        while True:
            print(right.recv())
    except EOFError:
        right.close()

def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send(bun)
    left.close()
