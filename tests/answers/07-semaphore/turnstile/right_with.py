def friend(arrived, gate, enter):
    arrived.release()
    with gate:
        enter()


def host(count, arrived, gate):
    for _ in range(count):
        arrived.acquire()
    gate.release()
