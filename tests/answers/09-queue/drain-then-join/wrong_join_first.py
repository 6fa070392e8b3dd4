# diagnosis: join-before-drain
def bring_home(children, q, count):
    for child in children:
        child.join()
    return [q.get() for _ in range(count)]
