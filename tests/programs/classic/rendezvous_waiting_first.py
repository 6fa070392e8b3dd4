"""Each waits for the other before it says that it has come: both wait for ever."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Process, Semaphore


def meet(mine, other):
    other.acquire()
    mine.release()


if __name__ == "__main__":
    ann_came, bob_came = Semaphore(0), Semaphore(0)
    one = Process(target=meet, args=(ann_came, bob_came))
    one.start()
    other = Process(target=meet, args=(bob_came, ann_came))
    other.start()
    one.join()
    other.join()
