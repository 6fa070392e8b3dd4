# diagnosis: ValueError
def bring_home(children, q, count):
    q.close()
    q.join_thread()
    return [q.get() for _ in range(count)]
