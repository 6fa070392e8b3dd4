# diagnosis: closed-queue
def send(letters, q):
    for letter in letters:
        q.put(letter)
    q.put(None)


def receive(q):
    letters = []
    while (letter := q.get()) is not None:
        letters.append(letter)
    q.close()
    return letters
