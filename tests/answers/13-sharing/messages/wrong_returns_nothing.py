# diagnosis: a-dictionary
def send(write, name, mailbox):
    mailbox.put((name, write(name)))


def gather(write, names):
    mailbox = Queue()
    for name in names:
        Process(target=send, args=(write, name, mailbox)).start()
    book = {}
    for _ in names:
        name, lines = mailbox.get()
        book[name] = lines
