# diagnosis: peer-gone
def serve(pipe, function):
    server, client = pipe
    client.close()
    args = server.recv()
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
