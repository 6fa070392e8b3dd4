"""Waiting on the inner condition gives up the inner lock only: who should notify waits for the outer."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Condition, Lock, Process, Value


def take(outer, filled, items):
    with outer, filled:
        while items.value == 0:
            filled.wait()
        items.value -= 1


def put(outer, filled, items):
    with outer, filled:
        items.value += 1
        filled.notify()


if __name__ == "__main__":
    outer, filled = Lock(), Condition()
    items = Value("i", 0, lock=False)
    children = [Process(target=work, args=(outer, filled, items)) for work in (take, put)]
    for child in children:
        child.start()
    for child in children:
        child.join()
