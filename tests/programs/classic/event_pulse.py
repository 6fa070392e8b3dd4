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
    Process(target=wait, args=(green,)).start()
    green.set()
    green.clear()
