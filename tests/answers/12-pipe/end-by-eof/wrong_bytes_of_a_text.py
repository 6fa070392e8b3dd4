# diagnosis: all
def eat(pipe):
    left, right = pipe
    left.close()
    eaten = []
    while True:
        try:
            eaten.append(str(right.recv_bytes(), "utf8"))
        except EOFError:
            return eaten


def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send_bytes(bytes(str(bun), "utf8"))
    left.close()
