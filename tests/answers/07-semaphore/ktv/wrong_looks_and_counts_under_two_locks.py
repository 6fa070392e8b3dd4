# diagnosis: counted
from multiprocessing import Lock, Process, Semaphore, Value
from time import sleep


def guest(person, inside, lock, count, sing):
    while True:
        with lock:
            full = inside.value >= count
        if not full:
            break
    with lock:
        inside.value += 1
    sing(person)
    with lock:
        inside.value -= 1


def evening(people, count, sing):
    inside, lock = Value("i", 0), Lock()
    guests = [Process(target=guest, args=(person, inside, lock, count, sing)) for person in people]
    for each in guests:
        each.start()
    for each in guests:
        each.join()
