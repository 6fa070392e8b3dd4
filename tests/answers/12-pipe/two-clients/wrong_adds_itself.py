# diagnosis: by-adder
def ask(client, lock, x, y):
    with lock:
        client.send((x, y))
        client.recv()
    return x + y
