# diagnosis: mixed-up
def ask(client, lock, x, y):
    lock.acquire(timeout=0.1)
    client.send((x, y))
    answer = client.recv()
    lock.release()
    return answer
