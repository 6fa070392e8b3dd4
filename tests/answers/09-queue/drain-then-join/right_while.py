def bring_home(children, q, count):
    letters = []
    while len(letters) != count:
        letters.append(q.get(timeout=None))
    while children:
        children.pop().join()
    return letters
