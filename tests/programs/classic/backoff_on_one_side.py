"""One holds on and waits, the other lets go and tries again: no deadlock, and both get through."""
# verdict: holds
# start-method: both
# reality: yes

import time
from multiprocessing import Lock, Process


def hold(a, b):
    with a, b:
        print("held on")


def back_off(a, b):
    while True:
        with b:
            if a.acquire(block=False):
                a.release()
                print("backed off")
                return
        time.sleep(0)


if __name__ == "__main__":
    a, b = Lock(), Lock()
    one = Process(target=hold, args=(a, b))
    one.start()
    other = Process(target=back_off, args=(a, b))
    other.start()
    one.join()
    other.join()
