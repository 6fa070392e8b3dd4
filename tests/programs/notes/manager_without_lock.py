"""Manager 的字典不加锁:d["count"] -= 1 是一次读和一次写,中间可以插进别人。"""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Manager, Process


def work(shared):
    shared["count"] -= 1


if __name__ == "__main__":
    with Manager() as manager:
        shared = manager.dict({"count": 2})
        workers = [Process(target=work, args=(shared,)) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert shared["count"] == 0, dict(shared)
