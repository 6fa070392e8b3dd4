# diagnosis: walked-away
from queue import Empty


def send(letters, q):
    for letter in letters:
        q.put(letter)


def receive(q):
    letters = []
    while True:
        try:
            letters.append(q.get_nowait())
        except Empty:
            return letters
