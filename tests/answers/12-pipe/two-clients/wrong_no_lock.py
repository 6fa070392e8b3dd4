# diagnosis: mixed-up
def ask(client, lock, x, y):
    client.send((x, y))
    return client.recv()
