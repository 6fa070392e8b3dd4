# diagnosis: asks-empty
def send(letters, q):
    for letter in letters:
        q.put(letter)


def receive(q):
    letters = []
    while not q.empty():
        letters.append(q.get())
    return letters
