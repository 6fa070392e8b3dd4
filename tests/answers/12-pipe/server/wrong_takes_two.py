# diagnosis: ValueError
def serve(pipe, function):
    server, client = pipe
    client.close()
    while True:
        try:
            x, y = server.recv()
        except EOFError:
            return
        try:
            answer = (True, function(x, y))
        except Exception as error:
            answer = (False, error)
        server.send(answer)


def call(client, *args):
    client.send(args)
    good, answer = client.recv()
    if good:
        return answer
    raise answer
