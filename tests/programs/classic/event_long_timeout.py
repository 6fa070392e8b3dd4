"""A timeout of a minute does not run out while somebody is at work."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Event, Process


def cook(ready):
    ready.set()


if __name__ == "__main__":
    ready = Event()
    Process(target=cook, args=(ready,)).start()
    assert ready.wait(60)
