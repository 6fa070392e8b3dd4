"""A sleeper woken by a pulse may find the event cleared again: wait answers False."""
# verdict: broken
# kind: assertion, deadlock
# start-method: both
# reality: no

from multiprocessing import Event, Process


def wait(green):
    assert green.wait(), "woken, and it is red"


if __name__ == "__main__":
    green = Event()
    child = Process(target=wait, args=(green,))
    child.start()
    green.set()
    green.clear()
    child.join()
