# diagnosis: lines
def send(write, name, mailbox):
    mailbox.put(write(name))


def gather(write, names):
    mailbox = Queue()
    writers = [Process(target=send, args=(write, name, mailbox)) for name in names]
    for each in writers:
        each.start()
    return {name: mailbox.get() for name in names}
