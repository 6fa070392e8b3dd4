# diagnosis: answers
def serve(pipe, function):
    server, client = pipe
    client.close()
    while True:
        try:
            args = server.recv()
        except EOFError:
            return
        try:
            answer = ("returned", function(args))
        except Exception as error:
            answer = ("raised", error)
        server.send(answer)

def call(client, *args):
    client.send(args)
    how, answer = client.recv()
    if how == "raised":
        raise answer
    return answer
