# diagnosis: went-in
from multiprocessing import Lock, Process, Semaphore, Value
from time import sleep


def guest(person, rooms, sing):
    if not rooms.acquire(block=False):
        print(f"{person}: full")
    sing(person)
    rooms.release()


def evening(people, count, sing):
    rooms = Semaphore(count)
    guests = [Process(target=guest, args=(person, rooms, sing)) for person in people]
    for each in guests:
        each.start()
    for each in guests:
        each.join()

