# diagnosis: deadlock
def bring_home(children, q, count):
    letters = []
    while any(child.is_alive() for child in children):
        letters.append(q.get())
    return letters
