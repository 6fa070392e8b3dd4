# diagnosis: from-nobody
def send(letters, q):
    q.put("\n".join(letters))


def receive(q):
    return q.get().split("\n")
