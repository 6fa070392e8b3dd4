# diagnosis: serial
from multiprocessing import Process, Queue


def collect(people, write):
    q = Queue()
    letters = []
    for person in people:
        child = Process(target=write, args=(person, q))
        child.start()
        letters.append(q.get())
        child.join()
    return letters
