# diagnosis: unpicklable
def collect(people, write):
    q = Queue()

    def one(person):
        write(person, q)

    children = [Process(target=one, args=(person,)) for person in people]
    for child in children:
        child.start()
    letters = [q.get() for _ in people]
    for child in children:
        child.join()
    return letters
