# diagnosis: run-not-start
from multiprocessing import Process, Queue


def collect(people, write):
    q = Queue()
    for person in people:
        write(person, q)
    return [q.get() for _ in people]
