# diagnosis: asks-empty
from multiprocessing import Process, Queue


def collect(people, write):
    q = Queue()
    children = [Process(target=write, args=(person, q)) for person in people]
    for child in children:
        child.start()
    letters = []
    while not q.empty():
        letters.append(q.get())
    return letters
