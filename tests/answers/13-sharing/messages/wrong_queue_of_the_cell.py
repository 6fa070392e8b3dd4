# diagnosis: left-out
q = Queue()


def send(write, name):
    q.put((name, write(name)))


def gather(write, names):
    writers = [Process(target=send, args=(write, name)) for name in names]
    for each in writers:
        each.start()
    return dict(q.get() for _ in writers)
