"""A Lock does not know who holds it: taking it twice is waiting for oneself."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Lock, Process


def inner(lock):
    with lock:
        print("never")


def outer(lock):
    with lock:
        inner(lock)


if __name__ == "__main__":
    lock = Lock()
    child = Process(target=outer, args=(lock,))
    child.start()
    child.join()
