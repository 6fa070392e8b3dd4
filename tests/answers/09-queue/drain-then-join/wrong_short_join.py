# diagnosis: home
def bring_home(children, q, count):
    for child in children:
        child.join(timeout=1)
    return [q.get() for _ in range(count)]
