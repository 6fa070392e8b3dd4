# diagnosis: by-itself
class Letter(Process):
    def __init__(self, text, sender):
        super().__init__(name=sender)
        self.text = text

    def run(self):
        child = Process(target=send, args=(self.text,))
        child.start()
        child.join()
