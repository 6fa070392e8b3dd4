# diagnosis: left-out
window = Lock()


def ask(client, lock, x, y):
    with window:
        client.send((x, y))
        return client.recv()
