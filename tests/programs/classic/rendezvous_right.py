"""Each says that it has come, and then waits for the other: both go on."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Semaphore, Value


def meet(mine, other, here, there):
    here.value = 1
    mine.release()
    other.acquire()
    assert there.value == 1


if __name__ == "__main__":
    ann_came, bob_came = Semaphore(0), Semaphore(0)
    ann, bob = Value("i", 0), Value("i", 0)
    one = Process(target=meet, args=(ann_came, bob_came, ann, bob))
    one.start()
    other = Process(target=meet, args=(bob_came, ann_came, bob, ann))
    other.start()
    one.join()
    other.join()
