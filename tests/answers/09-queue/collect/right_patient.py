from multiprocessing import Process, Queue
from queue import Empty


def collect(people, write):
    q = Queue()
    children = [Process(target=write, args=(person, q)) for person in people]
    for child in children:
        child.start()
    letters = []
    for child in children:
        while True:
            try:
                letters.append(q.get(timeout=1))
                break
            except Empty:
                pass  # not yet: go on waiting
    return letters
