# diagnosis: deadlock
from multiprocessing import Process, Queue


def collect(people, write):
    q = Queue()
    for person in people:
        Process(target=write, args=(person, q)).start()
    letters = []
    while letter := q.get():
        letters.append(letter)
    return letters
