# diagnosis: BrokenPipeError
def serve(pipe, function):
    server, client = pipe
    client.close()
    while True:
        try:
            args = server.recv()
        except EOFError:
            return
        try:
            server.send(("returned", function(*args)))
        except Exception as error:
            server.send(("raised", error))


def call(client, *args):
    client.send(args)
