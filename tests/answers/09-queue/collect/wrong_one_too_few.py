# diagnosis: FileNotFoundError
from multiprocessing import Process, Queue


def collect(people, write):
    q = Queue()
    for person in people:
        Process(target=write, args=(person, q)).start()
    return [q.get() for _ in range(1, len(people))]
