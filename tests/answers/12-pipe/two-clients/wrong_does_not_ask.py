# diagnosis: asked
def ask(client, lock, x, y):
    with lock:
        return x + y
