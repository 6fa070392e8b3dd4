"""Give the reading place back, queue for all of them in turn: both get to write."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Lock, Process, Semaphore

PLACES = 2


def read_then_write(places, turn):
    with places:
        pass  # read
    with turn:
        for _ in range(PLACES):
            places.acquire()
    print("written")
    for _ in range(PLACES):
        places.release()


if __name__ == "__main__":
    places, turn = Semaphore(PLACES), Lock()
    children = [Process(target=read_then_write, args=(places, turn)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
