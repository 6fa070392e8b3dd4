def friend(arrived, gate, enter):
    arrived.release()
    gate.acquire()
    try:
        enter()
    finally:
        gate.release()


def host(count, arrived, gate):
    [arrived.acquire() for _ in range(count)]
    gate.release()
