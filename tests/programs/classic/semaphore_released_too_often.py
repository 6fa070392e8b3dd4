"""A Semaphore takes back more than it gave: then two are in the one room."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Semaphore, Value


def sing(room, inside):
    room.acquire()
    inside.value += 1
    assert inside.value == 1, "two in one room"
    inside.value -= 1
    room.release()


if __name__ == "__main__":
    room, inside = Semaphore(1), Value("i", 0)
    room.release()
    children = [Process(target=sing, args=(room, inside)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
