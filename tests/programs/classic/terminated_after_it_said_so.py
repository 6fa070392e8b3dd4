"""Terminated only after it has said that it holds nothing any more: the lock is free."""
# verdict: holds
# start-method: both
# reality: yes

import time
from multiprocessing import Event, Lock, Process


def work(lock, left):
    with lock:
        print("inside")
    left.set()
    time.sleep(0.001)


if __name__ == "__main__":
    lock, left = Lock(), Event()
    worker = Process(target=work, args=(lock, left))
    worker.start()
    left.wait()
    worker.terminate()
    worker.join()
    with lock:
        print("main")
