# diagnosis: deadlock
def send(write, name):
    mailbox = Queue()
    mailbox.put((name, write(name)))


def gather(write, names):
    mailbox = Queue()
    for name in names:
        Process(target=send, args=(write, name)).start()
    return dict(mailbox.get() for _ in names)
