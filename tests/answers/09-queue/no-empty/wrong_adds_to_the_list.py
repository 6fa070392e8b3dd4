# diagnosis: as-before
def send(letters, q):
    letters.append(None)
    for letter in letters:
        q.put(letter)


def receive(q):
    letters = []
    while (letter := q.get()) is not None:
        letters.append(letter)
    return letters
