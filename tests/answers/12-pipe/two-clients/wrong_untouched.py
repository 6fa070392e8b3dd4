# diagnosis: untouched
def ask(client, lock, x, y):
    raise NotImplementedError()
