from multiprocessing import Queue


def guest(person, keys, sing):
    key = keys.get()
    sing(person)
    keys.put(key)


def evening(people, count, sing):
    keys = Queue()
    for key in range(count):
        keys.put(key)
    guests = [Process(target=guest, args=(person, keys, sing)) for person in people]
    for each in guests:
        each.start()
    for each in guests:
        each.join()
