# diagnosis: by-inheritance
def guest(person, rooms, sing):
    with rooms:
        sing(person)


def evening(people, count, sing):
    rooms = Semaphore(count)
    with Pool(len(people)) as pool:
        pool.starmap(guest, [(person, rooms, sing) for person in people])
