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
    for _ in range(2):
        Process(target=wait, args=(opened, price)).start()
    price.value = 3
    opened.set()
