# diagnosis: both-receive
def ask(client, lock, x, y):
    with lock:
        answer = client.recv()
        client.send((x, y))
    return answer
