# diagnosis: TypeError
def ask(client, lock, x, y):
    with lock:
        client.send(x)
        client.send(y)
        return client.recv()
