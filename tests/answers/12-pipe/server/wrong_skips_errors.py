# diagnosis: both-receive
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
        except Exception:
            continue

def call(client, *args):
    client.send(args)
    how, answer = client.recv()
    if how == "raised":
        raise answer
    return answer
