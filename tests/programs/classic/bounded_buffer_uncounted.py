"""The producer does not wait for a free place: it overwrites what nobody has taken yet."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Array, Process, Semaphore

ITEMS = 3


def produce(ring, full):
    for item in range(ITEMS):
        ring[item % 2] = item
        full.release()


if __name__ == "__main__":
    ring = Array("i", [-1, -1])
    full = Semaphore(0)
    Process(target=produce, args=(ring, full)).start()
    got = []
    for item in range(ITEMS):
        full.acquire()
        got.append(ring[item % 2])
    assert got == [0, 1, 2], got
