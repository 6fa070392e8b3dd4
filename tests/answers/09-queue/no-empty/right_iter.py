def send(letters, q):
    for letter in [*letters, None]:
        q.put(letter)


def receive(q):
    return list(iter(q.get, None))
