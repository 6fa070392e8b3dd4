# diagnosis: AttributeError
from multiprocessing import Process, Queue


def collect(people, write):
    letters = []
    children = [Process(target=write, args=(person, letters)) for person in people]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return letters
