# diagnosis: in-order
def send(letters, q):
    while letters:
        q.put(letters.pop())
    q.put(None)


def receive(q):
    letters = []
    while (letter := q.get()) is not None:
        letters.append(letter)
    return letters
