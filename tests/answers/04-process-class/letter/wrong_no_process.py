# diagnosis: AttributeError
class Letter:
    def __init__(self, text, sender):
        self.name = sender
        self.text = text

    def run(self):
        send(self.text)
