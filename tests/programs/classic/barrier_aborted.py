"""One party gives up and breaks the barrier: the other gets BrokenBarrierError, early or late."""
# verdict: broken
# kind: exception
# error: BrokenBarrierError
# start-method: both
# reality: yes

from multiprocessing import Barrier, Process


def wait(barrier):
    barrier.wait()


def give_up(barrier):
    barrier.abort()


if __name__ == "__main__":
    barrier = Barrier(2)
    one = Process(target=wait, args=(barrier,))
    one.start()
    other = Process(target=give_up, args=(barrier,))
    other.start()
    one.join()
    other.join()
