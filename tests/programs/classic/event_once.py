"""An Event that is set once and never cleared: everybody gets through, early or late."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Event, Process, Value


def wait(opened, price):
    opened.wait()
    assert price.value == 3


if __name__ == "__main__":
    opened, price = Event(), Value("i", 0)
    children = [Process(target=wait, args=(opened, price)) for _ in range(2)]
    for child in children:
        child.start()
    price.value = 3
    opened.set()
    for child in children:
        child.join()
