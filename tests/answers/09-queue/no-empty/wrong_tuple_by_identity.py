# diagnosis: deadlock
END = ("end",)


def send(letters, q):
    for letter in letters:
        q.put(letter)
    q.put(END)


def receive(q):
    letters = []
    while (letter := q.get()) is not END:
        letters.append(letter)
    return letters
