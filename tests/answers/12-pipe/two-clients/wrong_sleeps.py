# diagnosis: mixed-up
from time import sleep


def ask(client, lock, x, y):
    client.send((x, y))
    sleep(0.1)
    return client.recv()
