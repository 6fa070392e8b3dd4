"""Each process makes a lock of its own: nobody ever waits, and an increment is lost."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Lock, Process, Value


def add(count):
    lock = Lock()
    with lock:
        count.value += 1


if __name__ == "__main__":
    count = Value("i", 0)
    workers = [Process(target=add, args=(count,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert count.value == 2, count.value
