# diagnosis: past-the-end
def eat(pipe):
    left, right = pipe
    left.close()
    eaten = []
    while True:
        try:
            bun = right.recv()
        except EOFError:
            print("end")
        else:
            eaten.append(bun)

def cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send(bun)
    left.close()
