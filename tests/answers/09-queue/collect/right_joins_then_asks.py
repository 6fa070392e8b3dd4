from multiprocessing import Process, Queue


def collect(people, write):
    q = Queue()
    children = [Process(target=write, args=(person, q)) for person in people]
    for child in children:
        child.start()
    for child in children:
        child.join()
    # All writers have ended, and all they put is in the pipe: now, and only now, empty() is right.
    letters = []
    while not q.empty():
        letters.append(q.get())
    return letters
