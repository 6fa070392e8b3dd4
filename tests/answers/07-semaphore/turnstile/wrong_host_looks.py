# diagnosis: left-lying
def friend(arrived, gate, enter):
    arrived.release()
    with gate:
        enter()


def host(count, arrived, gate):
    while arrived.get_value() < count:
        pass
    gate.release()
