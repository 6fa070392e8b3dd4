# diagnosis: gave-up
def ask(client, lock, x, y):
    with lock:
        client.send((x, y))
        if client.poll():
            return client.recv()
