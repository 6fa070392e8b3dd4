# diagnosis: AttributeError
def collect(people, write):
    q = Queue()
    writers = [Process(target=write, args=(q, person)) for person in people]
    for each in writers:
        each.start()
    return [q.get() for _ in people]
