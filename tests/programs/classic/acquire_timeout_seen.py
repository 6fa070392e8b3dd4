"""Who did not get the lock in time says so and leaves the count alone."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Array, Lock, Process, Value


def add(me, lock, count, added):
    if lock.acquire(timeout=0.001):
        count.value += 1
        added[me] = 1
        lock.release()


if __name__ == "__main__":
    lock, count, added = Lock(), Value("i", 0), Array("i", 2)
    workers = [Process(target=add, args=(me, lock, count, added)) for me in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert count.value == sum(added) >= 1
