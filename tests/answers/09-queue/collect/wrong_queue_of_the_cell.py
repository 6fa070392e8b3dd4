# diagnosis: left-out
q = Queue()


def collect(people, write):
    children = [Process(target=write, args=(person, q)) for person in people]
    for child in children:
        child.start()
    letters = [q.get() for _ in people]
    for child in children:
        child.join()
    return letters
