"""Two see one item in the queue, and both get: the second waits for ever."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Process, Queue


def take(queue):
    if queue.qsize() > 0:
        print("got", queue.get())


if __name__ == "__main__":
    queue = Queue()
    queue.put("one")
    children = [Process(target=take, args=(queue,)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
