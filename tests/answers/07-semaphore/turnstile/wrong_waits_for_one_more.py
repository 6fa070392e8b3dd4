# diagnosis: never-given
def friend(arrived, gate, enter):
    arrived.release()
    gate.acquire()
    enter()
    gate.release()


def host(count, arrived, gate):
    for _ in range(count + 1):
        arrived.acquire()
    gate.release()
