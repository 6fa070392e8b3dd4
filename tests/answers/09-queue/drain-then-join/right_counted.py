def bring_home(children, q, count):
    letters = [q.get() for _ in range(count)]
    for child in children:
        child.join()
    return letters
