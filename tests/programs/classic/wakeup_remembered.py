"""What is waited for is kept in a value and looked at under the lock: no call can be missed."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Condition, Process, Value


def wait(ready, done):
    with ready:
        while not done.value:
            ready.wait()
    print("woken")


if __name__ == "__main__":
    ready = Condition()
    done = Value("i", 0, lock=False)
    child = Process(target=wait, args=(ready, done))
    child.start()
    with ready:
        done.value = 1
        ready.notify()
    child.join()
