def call(end, request):
    end.send(request)
    end.poll(None)
    return end.recv()


def ask(client, lock, x, y):
    with lock:
        answer = call(client, [x, y])
    return answer
