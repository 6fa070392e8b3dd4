import multiprocessing
from multiprocessing.connection import wait


class Sender(multiprocessing.Process):
    def __init__(self, letter):
        super().__init__()
        self.letter = letter

    def run(self):
        send(self.letter)


def send_all(letters):
    left = {}
    for letter in letters:
        sender = Sender(letter)
        sender.start()
        left[sender.sentinel] = sender
    while left:
        for sentinel in wait(list(left)):
            left.pop(sentinel).join()
