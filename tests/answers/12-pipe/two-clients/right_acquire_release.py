def ask(client, lock, x, y):
    lock.acquire()
    try:
        client.send((x, y))
        answer = client.recv()
    finally:
        lock.release()
    return answer
