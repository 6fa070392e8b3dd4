def friend(arrived, gate, enter):
    arrived.release()
    gate.acquire()
    enter()
    arrived.release()


def host(count, arrived, gate):
    for _ in range(count):
        arrived.acquire()
    for number in range(count):
        if number:
            arrived.acquire()
        gate.release()
