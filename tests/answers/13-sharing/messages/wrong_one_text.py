# diagnosis: torn
def send(write, name, q):
    q.put((name, "\n".join(write(name))))


def gather(write, names):
    q = Queue()
    writers = [Process(target=send, args=(write, name, q)) for name in names]
    for each in writers:
        each.start()
    book = {}
    for _ in names:
        name, text = q.get()
        book[name] = text.split("\n") if text else []
    for each in writers:
        each.join()
    return book
