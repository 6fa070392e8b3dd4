"""One sentinel for all: who gets it puts it back for the next."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def eat(steamer):
    while steamer.get() is not None:
        print("ate")
    steamer.put(None)


if __name__ == "__main__":
    steamer = Queue()
    children = [Process(target=eat, args=(steamer,)) for _ in range(2)]
    for child in children:
        child.start()
    steamer.put("bun")
    steamer.put(None)
    for child in children:
        child.join()
