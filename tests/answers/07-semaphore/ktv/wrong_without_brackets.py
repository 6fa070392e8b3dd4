# diagnosis: unguarded
def guest(person, rooms, sing):
    rooms.acquire
    sing(person)
    rooms.release


def evening(people, count, sing):
    rooms = Semaphore(count)
    guests = [Process(target=guest, args=(person, rooms, sing)) for person in people]
    for each in guests:
        each.start()
    for each in guests:
        each.join()
