# diagnosis: EOFError
def serve(pipe, function):
    server, client = pipe
    client.close()
    while True:
        try:
            args = server.recv()
        except EOFError:
            break
        try:
            r = function(*args)
        except TypeError as e:
            r = e
        server.send(r)


def call(client, *args):
    client.send(args)
    r = client.recv()
    if isinstance(r, TypeError):
        raise r
    return r
