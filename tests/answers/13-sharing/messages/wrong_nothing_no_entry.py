# diagnosis: no-entry
def send(write, name, q):
    for line in write(name):
        q.put((name, line))
    q.put((name, None))


def gather(write, names):
    q = Queue()
    writers = [Process(target=send, args=(write, name, q)) for name in names]
    for each in writers:
        each.start()
    book, missing = {}, len(names)
    while missing:
        name, line = q.get()
        if line is None:
            missing -= 1
        else:
            book.setdefault(name, []).append(line)
    for each in writers:
        each.join()
    return book
