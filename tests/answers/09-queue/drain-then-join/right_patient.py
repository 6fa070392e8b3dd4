from queue import Empty


def bring_home(children, q, count):
    letters = []
    while len(letters) < count:
        try:
            letters.append(q.get(timeout=0.5))
        except Empty:
            continue
    for child in children:
        child.join()
    return letters
