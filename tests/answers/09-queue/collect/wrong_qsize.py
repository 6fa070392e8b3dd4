# diagnosis: asks-size
from multiprocessing import Process, Queue


def collect(people, write):
    q = Queue()
    children = [Process(target=write, args=(person, q)) for person in people]
    for child in children:
        child.start()
    return [q.get() for _ in range(q.qsize())]
