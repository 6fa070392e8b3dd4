def send(letters, q):
    q.put(len(letters))
    for letter in letters:
        q.put(letter)


def receive(q):
    return [q.get() for _ in range(q.get())]
