# diagnosis: unguarded
from multiprocessing import Lock, Process, Semaphore, Value
from time import sleep


def guest(person, delay, sing):
    sleep(delay)
    sing(person)


def evening(people, count, sing):
    guests = []
    for number, person in enumerate(people):
        guests.append(Process(target=guest, args=(person, 3 * (number // count), sing)))
    for each in guests:
        each.start()
    for each in guests:
        each.join()
