"""Two readers keep their place and wait for the other to leave so that they may write: a deadlock."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Process, Semaphore

PLACES = 2


def read_then_write(places):
    places.acquire()  # one place is enough to read
    for _ in range(PLACES - 1):  # all places are needed to write
        places.acquire()
    print("written")
    for _ in range(PLACES):
        places.release()


if __name__ == "__main__":
    places = Semaphore(PLACES)
    children = [Process(target=read_then_write, args=(places,)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
