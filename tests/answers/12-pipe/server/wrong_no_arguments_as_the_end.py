# diagnosis: peer-gone
def serve(pipe, function):
    server, client = pipe
    client.close()
    while True:
        try:
            args = server.recv()
        except EOFError:
            return
        if not args:
            break
        try:
            answer = True, function(*args)
        except Exception as error:
            answer = False, error
        server.send(answer)


def call(client, *args):
    client.send(args)
    returned, answer = client.recv()
    if not returned:
        raise answer
    return answer
