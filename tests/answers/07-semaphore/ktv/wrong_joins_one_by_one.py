# diagnosis: too-few
from multiprocessing import Lock, Process, Semaphore, Value
from time import sleep



def guest(person, rooms, sing):
    with rooms:
        sing(person)


def evening(people, count, sing):
    rooms = Semaphore(count)
    for person in people:
        each = Process(target=guest, args=(person, rooms, sing))
        each.start()
        each.join()
