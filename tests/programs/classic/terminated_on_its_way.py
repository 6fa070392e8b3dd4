"""Terminated on its way from one lock to the next: it may have been holding the second one."""
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
