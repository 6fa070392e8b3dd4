# diagnosis: join-before-drain
def bring_home(children, q, count):
    while any(child.is_alive() for child in children):
        pass
    return [q.get() for _ in range(count)]
