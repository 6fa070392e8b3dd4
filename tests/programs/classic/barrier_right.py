"""Each writes its half, meets the other at the barrier, and reads the other's half: it is there."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Array, Barrier, Process


def work(me, halves, barrier):
    halves[me] = 1
    barrier.wait()
    assert halves[1 - me] == 1


if __name__ == "__main__":
    halves = Array("i", 2)
    barrier = Barrier(2)
    children = [Process(target=work, args=(me, halves, barrier)) for me in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
