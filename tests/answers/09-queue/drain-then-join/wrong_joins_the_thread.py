# diagnosis: AssertionError
def bring_home(children, q, count):
    q.join_thread()
    got = [q.get() for _ in range(count)]
    for child in children:
        child.join()
    return got
