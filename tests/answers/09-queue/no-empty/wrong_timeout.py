# diagnosis: walked-away
from queue import Empty


def send(letters, q):
    for letter in letters:
        q.put(letter)


def receive(q):
    letters = []
    try:
        while True:
            letters.append(q.get(timeout=10))
    except Empty:
        return letters
