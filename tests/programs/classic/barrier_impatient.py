"""Who waits only a moment at a barrier may break it for everybody."""
# verdict: broken
# kind: exception
# error: BrokenBarrierError
# start-method: both
# reality: yes

from multiprocessing import Barrier, Process


def work(barrier):
    barrier.wait(0.001)


if __name__ == "__main__":
    barrier = Barrier(2)
    children = [Process(target=work, args=(barrier,)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
