# diagnosis: untouched
def serve(pipe, function):
    server, client = pipe
    raise NotImplementedError()


def call(client, *args):
    raise NotImplementedError()
