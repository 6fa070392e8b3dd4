"""A value without a lock is enough where only one process writes and is joined before it is read."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process
from multiprocessing.sharedctypes import RawValue


def work(total):
    for number in range(4):
        total.value += number


if __name__ == "__main__":
    total = RawValue("i", 0)
    worker = Process(target=work, args=(total,))
    worker.start()
    worker.join()
    assert total.value == 6
