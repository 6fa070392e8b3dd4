"""The sentinel is put in `finally`: the producer's failure is seen, and nobody waits."""
# verdict: broken
# kind: exception
# error: ZeroDivisionError
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def make(steamer):
    try:
        steamer.put(10 // 0)
    finally:
        steamer.put(None)


def eat(steamer):
    while steamer.get() is not None:
        print("ate")


if __name__ == "__main__":
    steamer = Queue()
    one = Process(target=make, args=(steamer,))
    one.start()
    other = Process(target=eat, args=(steamer,))
    other.start()
    one.join()
    other.join()
