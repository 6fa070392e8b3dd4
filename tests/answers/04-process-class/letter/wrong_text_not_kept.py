# diagnosis: AttributeError
class Letter(Process):
    def __init__(self, text, sender):
        super().__init__(name=sender)

    def run(self):
        send(self.text)
