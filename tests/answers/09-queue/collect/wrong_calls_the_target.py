# diagnosis: main-works
def collect(people, write):
    q = Queue()
    children = [Process(target=write(person, q)) for person in people]
    for child in children:
        child.start()
    letters = [q.get() for _ in people]
    for child in children:
        child.join()
    return letters
