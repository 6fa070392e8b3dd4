# diagnosis: no-super-init
class Letter(Process):
    def __init__(self, text, sender):
        self.text = text
        self.sender = sender

    def run(self):
        send(self.text)
