# diagnosis: twice
class Letter(Process):
    def __init__(self, text, sender):
        super().__init__(name=sender)
        self.text = text
        send(text)

    def run(self):
        send(self.text)
