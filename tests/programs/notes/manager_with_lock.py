"""Manager 的字典加了锁:每次减一都算数。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Lock, Manager, Process


def work(shared, lock):
    with lock:
        shared["count"] -= 1


if __name__ == "__main__":
    lock = Lock()
    with Manager() as manager:
        shared = manager.dict({"count": 2})
        workers = [Process(target=work, args=(shared, lock)) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert shared["count"] == 0
