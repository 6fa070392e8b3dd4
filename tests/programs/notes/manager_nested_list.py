"""改 Manager 字典里的列表,改的是一份拷贝:改动丢了。"""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Manager, Process


def order(shared):
    shared["orders"].append("包子")


if __name__ == "__main__":
    with Manager() as manager:
        shared = manager.dict({"orders": []})
        waiter = Process(target=order, args=(shared,))
        waiter.start()
        waiter.join()
        assert shared["orders"] == ["包子"], shared["orders"]
