# diagnosis: named
class Letter(Process):
    def __init__(self, text, sender):
        super().__init__()
        self.text = text

    def run(self):
        send(self.text)
