def send(write, name, mailbox):
    for line in write(name):
        mailbox.put((name, line))
    mailbox.put((name, None))


def gather(write, names):
    mailbox = Queue()
    for name in names:
        Process(target=send, args=(write, name, mailbox)).start()
    book = {name: [] for name in names}
    writing = len(names)
    while writing:
        name, line = mailbox.get()
        if line is None:
            writing -= 1
        else:
            book[name].append(line)
    return book
