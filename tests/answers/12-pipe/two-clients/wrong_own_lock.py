# diagnosis: own-locks
def ask(client, lock, x, y):
    with Lock():
        client.send((x, y))
        return client.recv()
