# diagnosis: missed-the-sign
def send(letters, q):
    for letter in letters:
        q.put(letter)
    q.put(None)


def receive(q):
    letters = [q.get()]
    while (letter := q.get()) is not None:
        letters.append(letter)
    return letters
