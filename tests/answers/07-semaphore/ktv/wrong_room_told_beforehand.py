# diagnosis: deadlock
def guest(person, room, sing):
    with room:
        sing(person)


def evening(people, count, sing):
    rooms = [Lock() for _ in range(count)]
    guests = [
        Process(target=guest, args=(person, rooms[number % count], sing))
        for number, person in enumerate(people)
    ]
    for each in guests:
        each.start()
    for each in guests:
        each.join()
