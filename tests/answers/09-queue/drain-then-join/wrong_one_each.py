# diagnosis: join-before-drain
def bring_home(children, q, count):
    letters = [q.get() for child in children]
    for child in children:
        child.join()
    return letters
