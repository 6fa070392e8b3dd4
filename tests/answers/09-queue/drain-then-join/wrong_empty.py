# diagnosis: asks-empty
def bring_home(children, q, count):
    letters = []
    while not q.empty():
        letters.append(q.get())
    for child in children:
        child.join()
    return letters
