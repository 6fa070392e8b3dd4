"""A barrier can be used again: two rounds, and nobody is a round ahead."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Array, Barrier, Process


def work(me, rounds, barrier):
    for number in (1, 2):
        rounds[me] = number
        barrier.wait()
        assert rounds[1 - me] >= number


if __name__ == "__main__":
    rounds = Array("i", 2)
    barrier = Barrier(2)
    children = [Process(target=work, args=(me, rounds, barrier)) for me in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
