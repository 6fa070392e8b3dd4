"""A lock that only one of the two takes protects nothing."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Lock, Process, Value


def add(count, lock):
    with lock:
        count.value += 1


def add_without(count):
    count.value += 1


if __name__ == "__main__":
    count, lock = Value("i", 0), Lock()
    workers = [Process(target=add, args=(count, lock)), Process(target=add_without, args=(count,))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert count.value == 2, count.value
