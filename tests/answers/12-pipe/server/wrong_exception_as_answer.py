# diagnosis: returned
def serve(pipe, function):
    server, client = pipe
    client.close()
    with server:
        while True:
            try:
                args = server.recv()
            except EOFError:
                break
            try:
                answer = function(*args)
            except Exception as error:
                answer = error
            server.send(answer)


def call(client, *args):
    client.send(args)
    answer = client.recv()
    if isinstance(answer, Exception):
        raise answer
    return answer
