def friend(arrived, gate, enter):
    gate.release()
    with arrived:
        enter()


def host(count, arrived, gate):
    for _ in range(count):
        gate.acquire()
    arrived.release()
