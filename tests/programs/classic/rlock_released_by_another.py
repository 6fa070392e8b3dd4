"""An RLock may only be released by who holds it: AssertionError."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, RLock


def meddle(lock):
    lock.release()


if __name__ == "__main__":
    lock = RLock()
    with lock:
        meddler = Process(target=meddle, args=(lock,))
        meddler.start()
        meddler.join()
