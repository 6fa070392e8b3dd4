# diagnosis: TypeError
def friend(arrived, gate, enter):
    arrived.release()
    gate.acquire()
    enter()


def host(count, arrived, gate):
    for _ in range(count):
        arrived.acquire()
    gate.release(count)
