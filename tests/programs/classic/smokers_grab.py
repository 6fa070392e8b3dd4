"""Tobacco and paper are on the table; a smoker who needs matches takes the tobacco, and nobody smokes."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Process, Semaphore


def smoke(name, first, second, done):
    first.acquire()
    second.acquire()
    print(name, "smokes")
    done.release()


if __name__ == "__main__":
    tobacco, paper, matches, done = [Semaphore(0) for _ in range(4)]
    ann = Process(target=smoke, args=("Ann", tobacco, paper, done))
    bob = Process(target=smoke, args=("Bob", tobacco, matches, done))
    ann.start()
    bob.start()
    for wanted in (paper, matches):
        tobacco.release()
        wanted.release()
        done.acquire()
    ann.join()
    bob.join()
