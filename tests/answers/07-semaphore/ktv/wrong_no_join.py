# diagnosis: FileNotFoundError
from multiprocessing import Lock, Process, Semaphore, Value
from time import sleep



def guest(person, rooms, sing):
    with rooms:
        sing(person)


def evening(people, count, sing):
    rooms = Semaphore(count)
    for person in people:
        Process(target=guest, args=(person, rooms, sing)).start()
