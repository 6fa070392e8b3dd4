def window(requests):
    return iter(requests.get, None)


def plain(request, handle):
    try:
        return handle(request)
    except ValueError:
        return "sorry"


def serve(requests, log, handle):
    for request in window(requests):
        log.put((request, plain(request, handle)))
    log.put(None)
