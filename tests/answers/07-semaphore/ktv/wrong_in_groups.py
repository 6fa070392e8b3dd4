# diagnosis: deadlock
from multiprocessing import Process, Semaphore


def guest(person, rooms, sing):
    with rooms:
        sing(person)


def evening(people, count, sing):
    rooms = Semaphore(count)
    for begin in range(0, len(people), count):
        group = [
            Process(target=guest, args=(person, rooms, sing))
            for person in people[begin : begin + count]
        ]
        for each in group:
            each.start()
        for each in group:
            each.join()
