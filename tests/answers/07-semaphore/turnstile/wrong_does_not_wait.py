# diagnosis: early
def friend(arrived, gate, enter):
    arrived.release()
    gate.acquire()
    enter()
    gate.release()


def host(count, arrived, gate):
    gate.release()
