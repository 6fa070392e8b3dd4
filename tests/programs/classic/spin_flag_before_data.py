"""The flag goes up before the data is there: who spins on it may read too early."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Value


def wait(ready, data):
    while not ready.value:
        pass
    assert data.value == 42, data.value


if __name__ == "__main__":
    ready, data = Value("i", 0), Value("i", 0)
    child = Process(target=wait, args=(ready, data))
    child.start()
    ready.value = 1
    data.value = 42
    child.join()
