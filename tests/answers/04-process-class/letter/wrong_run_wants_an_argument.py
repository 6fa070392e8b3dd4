# diagnosis: wrong-arguments
class Letter(Process):
    def __init__(self, text, sender):
        super().__init__(name=sender)

    def run(self, text):
        send(text)
