# diagnosis: AssertionError
class Letter(Process):
    def __init__(self, text, sender):
        super().__init__(name=sender)
        self.text = text

    def run(self):
        self.start()
        send(self.text)
