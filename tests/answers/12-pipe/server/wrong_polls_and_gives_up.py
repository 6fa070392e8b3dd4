# diagnosis: gave-up
def serve(pipe, function):
    server, client = pipe
    client.close()
    while server.poll(1):
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
    how, answer = client.recv()
    if how == "raised":
        raise answer
    return answer
