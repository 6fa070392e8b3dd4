# diagnosis: walked-away
from multiprocessing import Process, Queue
from queue import Empty


def collect(people, write):
    q = Queue()
    for person in people:
        Process(target=write, args=(person, q)).start()
    letters = []
    try:
        while True:
            letters.append(q.get(timeout=5))
    except Empty:
        return letters
