# diagnosis: ValueError
def eat(pipe):
    left, right = pipe
    left.close()
    eaten = []
    while True:
        try:
            eaten.append(int(right.recv_bytes()))
        except EOFError:
            return eaten


def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send_bytes(bytes(str(bun), "utf8"))
    left.close()
