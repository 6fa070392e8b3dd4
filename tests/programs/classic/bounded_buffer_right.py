"""A ring of two places, counted by two semaphores: everything arrives, in order."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Array, Process, Semaphore

ITEMS = 3


def produce(ring, free, full):
    for item in range(ITEMS):
        free.acquire()
        ring[item % 2] = item
        full.release()


if __name__ == "__main__":
    ring = Array("i", [-1, -1])
    free, full = Semaphore(2), Semaphore(0)
    Process(target=produce, args=(ring, free, full)).start()
    got = []
    for item in range(ITEMS):
        full.acquire()
        got.append(ring[item % 2])
        free.release()
    assert got == [0, 1, 2]
