# diagnosis: serial
def send(write, name, mailbox):
    mailbox.put((name, write(name)))


def gather(write, names):
    mailbox = Queue()
    book = {}
    for name in names:
        writer = Process(target=send, args=(write, name, mailbox))
        writer.start()
        name, lines = mailbox.get()
        book[name] = lines
        writer.join()
    return book
