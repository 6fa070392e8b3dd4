# diagnosis: both-wait
def friend(arrived, gate, enter):
    gate.acquire()
    enter()
    gate.release()


def host(count, arrived, gate):
    for _ in range(count):
        arrived.acquire()
    gate.release()
