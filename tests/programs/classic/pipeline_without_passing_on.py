"""The first stage keeps the sentinel to itself: the second waits for ever."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Process, Queue


def stage(inbox, outbox):
    for item in iter(inbox.get, None):
        outbox.put(item)


if __name__ == "__main__":
    first, second, third = Queue(), Queue(), Queue()
    Process(target=stage, args=(first, second)).start()
    Process(target=stage, args=(second, third)).start()
    first.put("bun")
    first.put(None)
    print(third.get())
