# diagnosis: main-works
class Letter(Process):
    def __init__(self, text, sender):
        super().__init__(name=sender)
        send(text)
