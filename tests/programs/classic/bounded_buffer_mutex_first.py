"""The consumer takes the mutex and then waits for an item: nobody can put one in."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Lock, Process, Semaphore, Value


def produce(place, mutex, full):
    with mutex:
        place.value = 7
    full.release()


def consume(place, mutex, full):
    with mutex:
        full.acquire()
        print(place.value)


if __name__ == "__main__":
    place, mutex, full = Value("i", 0), Lock(), Semaphore(0)
    one = Process(target=produce, args=(place, mutex, full))
    one.start()
    other = Process(target=consume, args=(place, mutex, full))
    other.start()
    one.join()
    other.join()
