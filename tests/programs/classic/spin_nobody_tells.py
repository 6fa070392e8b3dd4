"""Spinning on a flag that nobody sets: for ever."""
# verdict: broken
# kind: livelock
# start-method: both
# reality: no

import time
from multiprocessing import Process, Value


def wait(ready):
    while not ready.value:
        time.sleep(0.001)
    print("never")


if __name__ == "__main__":
    ready = Value("i", 0)
    child = Process(target=wait, args=(ready,))
    child.start()
    child.join()
