# diagnosis: all-once
def send(letters, q):
    for letter in letters:
        q.put(letter)
    q.put(None)


def receive(q):
    letters = []
    while True:
        letter = q.get()
        letters.append(letter)
        if letter is None:
            return letters
