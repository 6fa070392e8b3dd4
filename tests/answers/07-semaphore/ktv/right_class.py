import multiprocessing as mp


class Guest(mp.Process):
    def __init__(self, person, rooms, sing):
        super().__init__(name=person)
        self.person = person
        self.rooms = rooms
        self.sing = sing

    def run(self):
        self.rooms.acquire()
        try:
            self.sing(self.person)
        finally:
            self.rooms.release()


def evening(people, count, sing):
    rooms = mp.Semaphore(value=count)
    guests = [Guest(person, rooms, sing) for person in people]
    for each in guests:
        each.start()
    for each in guests:
        each.join()
