"""Locks as signals, and one waits before it signals: right, for the other one signals first."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Lock, Process


def host(door, table):
    door.release()
    table.acquire()
    print("host sits")


def guest(door, table):
    door.acquire()
    table.release()
    print("guest sits")


if __name__ == "__main__":
    door, table = Lock(), Lock()
    door.acquire()
    table.acquire()
    one = Process(target=host, args=(door, table))
    one.start()
    other = Process(target=guest, args=(door, table))
    other.start()
    one.join()
    other.join()
