"""`with count.get_lock()` makes one of the two."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Value


def add(count):
    for _ in range(2):
        with count.get_lock():
            count.value += 1


if __name__ == "__main__":
    count = Value("i", 0)
    workers = [Process(target=add, args=(count,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert count.value == 4
