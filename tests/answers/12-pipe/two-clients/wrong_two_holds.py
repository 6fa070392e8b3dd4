# diagnosis: let-go
def ask(client, lock, x, y):
    with lock:
        client.send((x, y))
    with lock:
        return client.recv()
