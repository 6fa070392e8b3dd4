# diagnosis: own-queues
from multiprocessing import Process, Queue


def collect(people, write):
    q = Queue()
    for person in people:
        Process(target=write, args=(person, Queue())).start()
    return [q.get() for _ in people]
