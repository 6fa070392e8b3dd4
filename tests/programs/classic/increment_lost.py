"""`count.value += 1` is a read and a write: two of them can read the same number."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Value


def add(count):
    count.value += 1


if __name__ == "__main__":
    count = Value("i", 0)
    workers = [Process(target=add, args=(count,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert count.value == 2, count.value
