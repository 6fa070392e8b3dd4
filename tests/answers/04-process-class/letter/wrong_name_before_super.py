# diagnosis: named
class Letter(Process):
    def __init__(self, text, sender):
        self.name = sender
        self.text = text
        super().__init__()

    def run(self):
        send(self.text)
