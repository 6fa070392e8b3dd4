# diagnosis: TypeError
def serve(pipe, function):
    server, client = pipe
    client.close()
    while True:
        try:
            x, y = server.recv()
        except EOFError:
            server.close()
            break
        res = x + y
        server.send(res)


def call(client, *args):
    client.send(args)
    return client.recv()
