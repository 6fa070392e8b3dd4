# diagnosis: answers
def serve(pipe, function):
    server, client = pipe
    client.close()
    while True:
        try:
            args = server.recv()
        except EOFError:
            return
        try:
            server.send(function(*args))
        except Exception:
            server.send(None)


def call(client, *args):
    client.send(args)
    return client.recv()
