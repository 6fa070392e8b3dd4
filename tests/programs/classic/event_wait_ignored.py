"""wait with a timeout that ran out answers False; who does not look goes on too early."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Event, Process, Value


def cook(ready, dish):
    dish.value = 1
    ready.set()


if __name__ == "__main__":
    ready, dish = Event(), Value("i", 0)
    cooking = Process(target=cook, args=(ready, dish))
    cooking.start()
    ready.wait(0.001)
    served = dish.value
    cooking.join()
    assert served == 1, "nothing to eat"
