import multiprocessing


class Letter(multiprocessing.Process):
    def __init__(self, text, sender):
        self.words = text
        multiprocessing.Process.__init__(self)
        self.name = sender

    def run(self):
        print(f"{self.name}: {self.words}")
        send(self.words)
