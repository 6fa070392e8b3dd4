# diagnosis: ValueError
def collect(people, write):
    q = Queue()
    writers = [Process(target=write, args=(person, q)) for person in people]
    for each in writers:
        each.start()
    q.close()
    return [q.get() for _ in people]
