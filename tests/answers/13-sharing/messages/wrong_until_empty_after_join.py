# diagnosis: join-before-drain
def send(write, name, mailbox):
    mailbox.put((name, write(name)))


def gather(write, names):
    mailbox = Queue()
    writers = [Process(target=send, args=(write, name, mailbox)) for name in names]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    book = {}
    while not mailbox.empty():
        name, lines = mailbox.get()
        book[name] = lines
    return book
