# diagnosis: outside
def friend(arrived, gate, enter):
    arrived.release()
    gate.acquire()
    gate.release()
    enter()


def host(count, arrived, gate):
    for _ in range(count):
        arrived.acquire()
    gate.release()
