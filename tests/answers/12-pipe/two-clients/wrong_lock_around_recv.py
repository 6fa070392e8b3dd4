# diagnosis: half-locked
def ask(client, lock, x, y):
    client.send((x, y))
    with lock:
        return client.recv()
