"""The producer fails before its sentinel: the consumer waits for one that never comes."""
# verdict: broken
# kind: exception, deadlock
# error: ZeroDivisionError
# start-method: both
# reality: no

from multiprocessing import Process, Queue


def make(steamer):
    steamer.put(10 // 0)
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
