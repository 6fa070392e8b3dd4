# diagnosis: home
def bring_home(children, q, count):
    return [q.get() for _ in range(count)]
