# diagnosis: walked-away
from multiprocessing import Process, Queue


def collect(people, write):
    q = Queue()
    for person in people:
        Process(target=write, args=(person, q)).start()
    return [q.get_nowait() for _ in people]
