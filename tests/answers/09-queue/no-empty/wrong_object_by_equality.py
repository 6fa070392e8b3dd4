# diagnosis: equals-nothing
END = object()


def send(letters, q):
    for letter in letters:
        q.put(letter)
    q.put(END)


def receive(q):
    letters = []
    while (letter := q.get()) != END:
        letters.append(letter)
    return letters
