# diagnosis: nothing-put
def send(letters, q):
    for number, letter in enumerate(letters, start=1):
        q.put(letter)
        if number == len(letters):
            q.put(None)


def receive(q):
    letters = []
    while (letter := q.get()) is not None:
        letters.append(letter)
    return letters
