# diagnosis: TypeError
def ask(client, lock, x, y):
    with lock():
        client.send((x, y))
        return client.recv()
