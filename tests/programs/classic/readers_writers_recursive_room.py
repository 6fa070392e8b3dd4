"""The room's lock is an RLock: the last reader out is not the one who took it, and may not release it."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: no

from multiprocessing import Lock, Process, RLock, Value


def read(readers, door, room):
    with door:
        readers.value += 1
        if readers.value == 1:
            room.acquire()
    with door:
        readers.value -= 1
        if readers.value == 0:
            room.release()


if __name__ == "__main__":
    readers = Value("i", 0, lock=False)
    door, room = Lock(), RLock()
    children = [Process(target=read, args=(readers, door, room)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
