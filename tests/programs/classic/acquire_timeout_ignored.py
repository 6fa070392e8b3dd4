"""acquire with a timeout may answer False; who goes on all the same is not alone."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Lock, Process, Value


def add(lock, count):
    got = lock.acquire(timeout=0.001)
    count.value += 1
    if got:
        lock.release()


if __name__ == "__main__":
    lock, count = Lock(), Value("i", 0)
    workers = [Process(target=add, args=(lock, count)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert count.value == 2, count.value
