"""notify without holding the condition's lock: an AssertionError."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Condition, Process


def tell(ready):
    ready.notify()


if __name__ == "__main__":
    ready = Condition()
    child = Process(target=tell, args=(ready,))
    child.start()
    child.join()
