# diagnosis: own-semaphores
from multiprocessing import Lock, Process, Semaphore, Value
from time import sleep



def guest(person, rooms, sing):
    with rooms:
        sing(person)


def evening(people, count, sing):
    guests = [Process(target=guest, args=(person, Semaphore(count), sing)) for person in people]
    for each in guests:
        each.start()
    for each in guests:
        each.join()
