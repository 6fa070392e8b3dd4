# diagnosis: early
def friend(arrived, gate, enter):
    enter()
    arrived.release()


def host(count, arrived, gate):
    for _ in range(count):
        arrived.acquire()
    gate.release()
