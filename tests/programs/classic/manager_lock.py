"""A manager's lock is a lock for all who have the proxy."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Manager, Process


def work(shared, lock):
    with lock:
        shared["count"] += 1


if __name__ == "__main__":
    with Manager() as manager:
        shared, lock = manager.dict(count=0), manager.Lock()
        workers = [Process(target=work, args=(shared, lock)) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert shared["count"] == 2
