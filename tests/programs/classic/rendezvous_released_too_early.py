"""A lock as a signal that was never taken beforehand: releasing a free lock is a ValueError."""
# verdict: broken
# kind: exception, deadlock
# error: ValueError
# start-method: both
# reality: no

from multiprocessing import Lock, Process


def host(door):
    door.release()


def guest(door):
    door.acquire()
    door.acquire()
    print("guest sits")


if __name__ == "__main__":
    door = Lock()
    one = Process(target=host, args=(door,))
    one.start()
    other = Process(target=guest, args=(door,))
    other.start()
    one.join()
    other.join()
