def friend(arrived, gate, enter):
    arrived.release()
    gate.acquire()
    enter()
    arrived.release()


def host(count, arrived, gate):
    for _ in range(count):
        arrived.acquire()
    for _ in range(count):
        gate.release()
        arrived.acquire()
