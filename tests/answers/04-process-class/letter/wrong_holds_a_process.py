# diagnosis: is-process
class Letter:
    def __init__(self, text, sender):
        self.name = sender
        self.process = Process(target=send, args=(text,), name=sender)

    def start(self):
        self.process.start()

    def join(self):
        self.process.join()
