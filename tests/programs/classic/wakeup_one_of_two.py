"""Two wait and one is notified: the other sleeps on."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Condition, Process, Value


def wait(ready, done):
    with ready:
        while not done.value:
            ready.wait()


if __name__ == "__main__":
    ready = Condition()
    done = Value("i", 0, lock=False)
    children = [Process(target=wait, args=(ready, done)) for _ in range(2)]
    for child in children:
        child.start()
    with ready:
        done.value = 1
        ready.notify()
    for child in children:
        child.join()
