# diagnosis: TypeError
def serve(pipe, function):
    server, client = pipe
    client.close()
    while True:
        try:
            args = server.recv()
        except EOFError:
            return
        server.send(function(*args))


def call(client, *args):
    client.send(args)
    return client.recv()
