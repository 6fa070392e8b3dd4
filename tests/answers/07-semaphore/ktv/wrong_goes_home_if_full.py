# diagnosis: everybody
from multiprocessing import Lock, Process, Semaphore, Value
from time import sleep


def guest(person, rooms, sing):
    if rooms.acquire(block=False):
        sing(person)
        rooms.release()


def evening(people, count, sing):
    rooms = Semaphore(count)
    guests = [Process(target=guest, args=(person, rooms, sing)) for person in people]
    for each in guests:
        each.start()
    for each in guests:
        each.join()

