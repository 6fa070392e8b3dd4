# diagnosis: counted
from multiprocessing import Lock, Process, Semaphore, Value
from time import sleep


def guest(person, inside, count, sing):
    while inside.value >= count:
        pass
    inside.value += 1
    sing(person)
    inside.value -= 1


def evening(people, count, sing):
    inside = Value("i", 0)
    guests = [Process(target=guest, args=(person, inside, count, sing)) for person in people]
    for each in guests:
        each.start()
    for each in guests:
        each.join()
