def requests(end):
    try:
        while True:
            yield end.recv()
    except EOFError:
        end.close()


def serve(pipe, function):
    pipe[1].close()
    for args in requests(pipe[0]):
        result = failure = None
        try:
            result = function(*args)
        except Exception as error:
            failure = error
        pipe[0].send(result)
        pipe[0].send(failure)


def call(client, *args):
    client.send(args)
    result, failure = client.recv(), client.recv()
    if failure:
        raise failure
    return result
