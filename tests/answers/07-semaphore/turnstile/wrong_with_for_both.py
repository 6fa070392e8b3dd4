# diagnosis: never-given
def friend(arrived, gate, enter):
    with arrived:
        with gate:
            enter()


def host(count, arrived, gate):
    for _ in range(count):
        arrived.acquire()
    gate.release()
