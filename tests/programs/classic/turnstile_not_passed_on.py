"""A turnstile that the first one through does not pass on: the second stands before it for ever."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Process, Semaphore


def enter(turnstile):
    turnstile.acquire()
    print("in")


if __name__ == "__main__":
    turnstile = Semaphore(0)
    children = [Process(target=enter, args=(turnstile,)) for _ in range(2)]
    for child in children:
        child.start()
    turnstile.release()
    for child in children:
        child.join()
