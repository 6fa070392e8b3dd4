# diagnosis: missing
def send(write, name, mailbox):
    for line in write(name):
        mailbox.put((name, line))
    mailbox.put(None)


def gather(write, names):
    mailbox = Queue()
    for name in names:
        Process(target=send, args=(write, name, mailbox)).start()
    book = {name: [] for name in names}
    while (message := mailbox.get()) is not None:
        name, line = message
        book[name].append(line)
    return book
