"""Terminated while it holds one of two locks in order: the other one, which it did not hold, is free."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Lock, Process


def work(first, second):
    with first:
        print("first")
    with second:
        print("second")


if __name__ == "__main__":
    first, second = Lock(), Lock()
    worker = Process(target=work, args=(first, second))
    worker.start()
    with first:
        print("main has the first")
    worker.terminate()
    with second:
        print("main has the second")
    worker.join()
