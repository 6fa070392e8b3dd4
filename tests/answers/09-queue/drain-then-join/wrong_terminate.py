# diagnosis: not-killed
def bring_home(children, q, count):
    letters = [q.get() for _ in range(count)]
    for child in children:
        child.terminate()
        child.join()
    return letters
