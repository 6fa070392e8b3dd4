# diagnosis: peer-gone
def serve(pipe, function):
    server, client = pipe
    client.close()
    try:
        while True:
            args = server.recv()
            try:
                server.send(("returned", function(*args)))
            except TypeError as error:
                server.send(("raised", error))
    except EOFError:
        server.close()

def call(client, *args):
    client.send(args)
    how, answer = client.recv()
    if how == "raised":
        raise answer
    return answer
