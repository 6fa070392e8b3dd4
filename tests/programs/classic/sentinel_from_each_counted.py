"""Each producer puts a sentinel and the consumer counts them: it misses nothing."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def make(name, steamer):
    steamer.put(name)
    steamer.put(None)


if __name__ == "__main__":
    steamer = Queue()
    for name in ("meat", "bean"):
        Process(target=make, args=(name, steamer)).start()
    eaten, at_work = [], 2
    while at_work:
        bun = steamer.get()
        if bun is None:
            at_work -= 1
        else:
            eaten.append(bun)
    assert sorted(eaten) == ["bean", "meat"]
