# diagnosis: open.threads
import queue


def collect(people, write):
    q = queue.Queue()
    writers = [Process(target=write, args=(person, q)) for person in people]
    for each in writers:
        each.start()
    return [q.get() for _ in people]
