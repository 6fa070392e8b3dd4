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
    for _ in range(2):
        Process(target=enter, args=(turnstile,)).start()
    turnstile.release()
