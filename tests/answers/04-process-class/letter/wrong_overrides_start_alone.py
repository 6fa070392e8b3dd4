# diagnosis: run-not-start
class Letter(Process):
    def __init__(self, text, sender):
        super().__init__(name=sender)
        self.text = text

    def start(self):
        send(self.text)
