# diagnosis: closed-here
def ask(client, lock, x, y):
    with lock, client:
        client.send((x, y))
        return client.recv()
