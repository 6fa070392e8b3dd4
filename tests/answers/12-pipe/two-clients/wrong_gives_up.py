# diagnosis: own
def ask(client, lock, x, y):
    if lock.acquire(block=False):
        client.send((x, y))
        answer = client.recv()
        lock.release()
        return answer
