class Writer(Process):
    def __init__(self, write, name):
        super().__init__(name=name)
        self.write = write
        self.mailbox = Queue()

    def run(self):
        self.mailbox.put(self.write(self.name))


def gather(write, names):
    writers = [Writer(write, name) for name in names]
    for each in writers:
        each.start()
    return {each.name: each.mailbox.get() for each in writers}
