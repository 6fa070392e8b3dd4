# diagnosis: missed-the-sign
def send(letters, q):
    for letter in letters:
        q.put(letter)
    q.put(None)


def receive(q):
    letters = []
    while True:
        letter = q.get()
        if letter is None:
            continue
        letters.append(letter)
    return letters
