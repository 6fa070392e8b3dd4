"""A Lock may be released by who does not hold it: then two are inside."""
# verdict: broken
# kind: assertion, exception
# error: ValueError
# start-method: both
# reality: no

from multiprocessing import Lock, Process, Value


def add(lock, count):
    with lock:
        count.value += 1


def meddle(lock):
    lock.release()


if __name__ == "__main__":
    lock, count = Lock(), Value("i", 0)
    workers = [Process(target=add, args=(lock, count)) for _ in range(2)]
    workers.append(Process(target=meddle, args=(lock,)))
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert count.value == 2, count.value
