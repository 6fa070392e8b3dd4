# diagnosis: changed
class Letter(Process):
    def __init__(self, text, sender):
        super().__init__(name=sender)
        self.text = text

    def run(self):
        send(self.text + self.name)
