# diagnosis: once
def serve(pipe, function):
    server, client = pipe
    client.close()
    while True:
        try:
            args = server.recv()
        except EOFError:
            return
        try:
            function(*args)
        except Exception as error:
            server.send((False, error))
        else:
            server.send((True, function(*args)))


def call(client, *args):
    client.send(args)
    returned, answer = client.recv()
    if not returned:
        raise answer
    return answer
