"""KTV 有两个包间:进出都记数,数从来不超过二。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Semaphore, Value

ROOMS = 2


def sing(rooms, inside):
    with rooms:
        with inside.get_lock():
            inside.value += 1
            assert inside.value <= ROOMS
        with inside.get_lock():
            inside.value -= 1


if __name__ == "__main__":
    rooms = Semaphore(ROOMS)
    inside = Value("i", 0)
    children = [Process(target=sing, args=(rooms, inside)) for _ in range(3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
