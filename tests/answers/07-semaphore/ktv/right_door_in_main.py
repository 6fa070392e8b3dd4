from multiprocessing import Process, Semaphore


def guest(person, rooms, sing):
    sing(person)
    rooms.release()


def evening(people, count, sing):
    rooms = Semaphore(count)
    guests = []
    for person in people:
        rooms.acquire()
        each = Process(target=guest, args=(person, rooms, sing))
        each.start()
        guests.append(each)
    for each in guests:
        each.join()
