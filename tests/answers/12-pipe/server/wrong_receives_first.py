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
            answer = ("returned", function(*args))
        except Exception as error:
            answer = ("raised", error)
        server.send(answer)

def call(client, *args):
    answer = client.recv()
    client.send(args)
    return answer
