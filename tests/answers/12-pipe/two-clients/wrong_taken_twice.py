# diagnosis: taken-twice
def ask(client, lock, x, y):
    with lock:
        with lock:
            client.send((x, y))
        return client.recv()
