# diagnosis: missing
def send(write, name, q):
    for line in write(name):
        q.put((name, line))


def gather(write, names):
    q = Queue()
    writers = [Process(target=send, args=(write, name, q)) for name in names]
    for each in writers:
        each.start()
    book = {}
    for _ in names:
        name, line = q.get()
        book.setdefault(name, []).append(line)
    for each in writers:
        each.join()
    return book
