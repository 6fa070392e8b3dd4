"""An RLock knows who holds it, and lets that one in again."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, RLock


def inner(lock):
    with lock:
        print("inside")


def outer(lock):
    with lock:
        inner(lock)


if __name__ == "__main__":
    lock = RLock()
    children = [Process(target=outer, args=(lock,)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
