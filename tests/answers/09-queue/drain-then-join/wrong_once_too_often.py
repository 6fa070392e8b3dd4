# diagnosis: deadlock
def bring_home(children, q, count):
    letters = []
    while len(letters) <= count:
        letters.append(q.get())
    for child in children:
        child.join()
    return letters
