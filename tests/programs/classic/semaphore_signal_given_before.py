"""A semaphore that begins at 1 lets the first one through before there is anything."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Semaphore, Value


def cook(ready, dish):
    dish.value = 1
    ready.release()


if __name__ == "__main__":
    ready, dish = Semaphore(), Value("i", 0)
    cooking = Process(target=cook, args=(ready, dish))
    cooking.start()
    ready.acquire()
    served = dish.value
    cooking.join()
    assert served == 1, "nothing to eat"
