"""Notified before it waits: a call to nobody is lost, and who comes later waits for ever."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Condition, Process


def wait(ready):
    with ready:
        ready.wait()
    print("woken")


if __name__ == "__main__":
    ready = Condition()
    child = Process(target=wait, args=(ready,))
    child.start()
    with ready:
        ready.notify()
    child.join()
