"""Each producer puts a sentinel; the consumer stops at the first one and misses the other's bun."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def make(name, steamer):
    steamer.put(name)
    steamer.put(None)


if __name__ == "__main__":
    steamer = Queue()
    makers = [Process(target=make, args=(name, steamer)) for name in ("meat", "bean")]
    for maker in makers:
        maker.start()
    eaten = list(iter(steamer.get, None))
    for maker in makers:
        maker.join()
    assert len(eaten) == 2, eaten
