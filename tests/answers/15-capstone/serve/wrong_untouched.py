# diagnosis: untouched
def serve(requests, log, handle):
    raise NotImplementedError
