# diagnosis: unnamed-target
class Letter(Process):
    def run(self, text, sender):
        self.name = sender
        send(text)
