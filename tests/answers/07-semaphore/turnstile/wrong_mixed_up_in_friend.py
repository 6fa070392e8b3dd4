# diagnosis: never-given
def friend(arrived, gate, enter):
    gate.release()
    arrived.acquire()
    enter()
    arrived.release()


def host(count, arrived, gate):
    for _ in range(count):
        arrived.acquire()
    gate.release()
