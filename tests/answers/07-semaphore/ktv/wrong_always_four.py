# diagnosis: too-many
from multiprocessing import Lock, Process, Semaphore, Value
from time import sleep



def guest(person, rooms, sing):
    with rooms:
        sing(person)



def evening(people, count, sing):
    rooms = Semaphore(4)
    guests = [Process(target=guest, args=(person, rooms, sing)) for person in people]
    for each in guests:
        each.start()
    for each in guests:
        each.join()

