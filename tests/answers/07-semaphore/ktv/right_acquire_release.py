from multiprocessing import Process, BoundedSemaphore


def guest(person, rooms, sing):
    print(f"{person} waits")
    rooms.acquire()
    print(f"{person} sings")
    sing(person)
    print(f"{person} goes home")
    rooms.release()


def evening(people, count, sing):
    sem = BoundedSemaphore(count)
    lst = []
    for i in people:
        p = Process(target=guest, args=(i, sem, sing))
        p.start()
        lst.append(p)
    for p in lst:
        p.join()
