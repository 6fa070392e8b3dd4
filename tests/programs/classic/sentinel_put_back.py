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
    for _ in range(2):
        Process(target=eat, args=(steamer,)).start()
    steamer.put("bun")
    steamer.put(None)
