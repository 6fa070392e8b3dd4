# diagnosis: unnamed-target
def guest(person, rooms, sing):
    with rooms:
        sing(person)


def evening(people, count, sing):
    rooms = Semaphore(count)
    guests = [Process(guest, (person, rooms, sing)) for person in people]
    for each in guests:
        each.start()
    for each in guests:
        each.join()
