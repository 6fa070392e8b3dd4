# diagnosis: taken-twice
def ask(client, lock, x, y):
    lock.acquire()
    client.send((x, y))
    return client.recv()
