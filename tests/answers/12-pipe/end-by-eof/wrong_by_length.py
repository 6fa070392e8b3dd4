# diagnosis: TypeError
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
    for number in range(len(buns)):
        left.send(buns[number])
    left.close()
