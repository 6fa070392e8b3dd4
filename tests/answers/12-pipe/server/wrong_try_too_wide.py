# diagnosis: peer-gone
def serve(pipe, function):
    server, client = pipe
    client.close()
    while True:
        try:
            args = server.recv()
            answer = ("returned", function(*args))
        except EOFError:
            return
        except Exception as error:
            answer = ("raised", error)
        server.send(answer)

def call(client, *args):
    client.send(args)
    how, answer = client.recv()
    if how == "raised":
        raise answer
    return answer
