"""A semaphore that begins at 0 is a signal: nobody goes on before it is given."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Semaphore, Value


def cook(ready, dish):
    dish.value = 1
    ready.release()


if __name__ == "__main__":
    ready, dish = Semaphore(0), Value("i", 0)
    Process(target=cook, args=(ready, dish)).start()
    ready.acquire()
    assert dish.value == 1
