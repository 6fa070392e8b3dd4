# diagnosis: its-own
def serve(requests, log, handle):
    answer = "sorry"
    for request in iter(requests.get, None):
        try:
            answer = handle(request)
        except ValueError:
            pass
        log.put((request, answer))
    log.put(None)
