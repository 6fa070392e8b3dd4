# diagnosis: early
def friend(arrived, gate, enter):
    arrived.acquire()
    gate.acquire()
    enter()
    gate.release()


def host(count, arrived, gate):
    for _ in range(count):
        arrived.release()
    gate.release()
