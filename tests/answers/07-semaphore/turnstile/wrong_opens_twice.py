# diagnosis: too-many
def friend(arrived, gate, enter):
    arrived.release()
    gate.acquire()
    enter()
    gate.release()


def host(count, arrived, gate):
    for _ in range(count):
        arrived.acquire()
    gate.release()
    gate.release()
