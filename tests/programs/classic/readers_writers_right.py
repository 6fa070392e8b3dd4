"""The first reader locks the room for all readers and the last unlocks it: no reader sees half a write."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Array, Lock, Process, Value


def read(page, readers, door, room):
    with door:
        readers.value += 1
        if readers.value == 1:
            room.acquire()
    first, second = page[0], page[1]
    with door:
        readers.value -= 1
        if readers.value == 0:
            room.release()
    assert first == second, "half a write was read"


def write(page, room):
    with room:
        page[0] = 1
        page[1] = 1


if __name__ == "__main__":
    page = Array("i", 2, lock=False)
    readers = Value("i", 0, lock=False)
    door, room = Lock(), Lock()
    writer = Process(target=write, args=(page, room))
    writer.start()
    children = [Process(target=read, args=(page, readers, door, room)) for _ in range(2)]
    for child in children:
        child.start()
    writer.join()
    for child in children:
        child.join()
