def serve(pipe, function):
    server, client = pipe
    client.close()
    while True:
        try:
            args = server.recv()
        except EOFError:
            return
        try:
            answer = True, function(*args)
        except Exception as error:
            answer = False, (type(error), error.args)
        server.send(answer)


def call(client, *args):
    client.send(args)
    returned, answer = client.recv()
    if not returned:
        kind, args = answer
        raise kind(*args)
    return answer
