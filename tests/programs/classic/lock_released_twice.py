"""Releasing a lock that is free: ValueError."""
# verdict: broken
# kind: exception
# error: ValueError
# start-method: both
# reality: yes

from multiprocessing import Lock, Process


def work(lock):
    lock.acquire()
    print("work")
    lock.release()
    lock.release()


if __name__ == "__main__":
    lock = Lock()
    child = Process(target=work, args=(lock,))
    child.start()
    child.join()
