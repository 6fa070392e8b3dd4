"""Spinning on a flag that somebody sets: a waste of a processor, but it ends."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Value


def wait(ready, data):
    while not ready.value:
        pass
    assert data.value == 42


if __name__ == "__main__":
    ready, data = Value("i", 0), Value("i", 0)
    child = Process(target=wait, args=(ready, data))
    child.start()
    data.value = 42
    ready.value = 1
    child.join()
