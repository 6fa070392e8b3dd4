def friend(arrived, gate, enter):
    arrived.release()
    gate.acquire()
    enter()
    gate.release()


def host(count, arrived, gate):
    came = 0
    while came < count:
        arrived.acquire()
        came += 1
    gate.release()
    print("the gate is open")
