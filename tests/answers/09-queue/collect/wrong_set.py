# diagnosis: all-once
from multiprocessing import Process, Queue


def collect(people, write):
    q = Queue()
    for person in people:
        Process(target=write, args=(person, q)).start()
    return list({q.get() for _ in people})
