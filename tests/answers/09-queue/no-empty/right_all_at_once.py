def send(letters, q):
    q.put(tuple(letters))


def receive(q):
    return list(q.get())
