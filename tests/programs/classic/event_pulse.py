"""set and clear at once: who comes to wait after that waits for ever."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Event, Process


def wait(green):
    green.wait()
    print("through")


if __name__ == "__main__":
    green = Event()
    child = Process(target=wait, args=(green,))
    child.start()
    green.set()
    green.clear()
    child.join()
