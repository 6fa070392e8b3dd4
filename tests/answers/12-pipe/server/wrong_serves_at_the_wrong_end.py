# diagnosis: EOFError
def serve(pipe, function):
    server, client = pipe
    server.close()
    while True:
        try:
            args = client.recv()
        except EOFError:
            break
        client.send(function(*args))


def call(client, *args):
    client.send(args)
    return client.recv()
