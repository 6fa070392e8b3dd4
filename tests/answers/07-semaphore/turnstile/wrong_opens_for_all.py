# diagnosis: too-many
def friend(arrived, gate, enter):
    arrived.release()
    gate.acquire()
    enter()


def host(count, arrived, gate):
    for _ in range(count):
        arrived.acquire()
    for _ in range(count):
        gate.release()
