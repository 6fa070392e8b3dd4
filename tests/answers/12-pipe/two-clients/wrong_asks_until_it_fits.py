# diagnosis: mixed-up
def ask(client, lock, x, y):
    answer = None
    client.send((x, y))
    while answer != x + y:
        answer = client.recv()
    return answer
