def serve(requests, log, handle):
    mine = list(iter(requests.get, None))
    for request in mine:
        try:
            answer = handle(request)
        except ValueError:
            answer = "sorry"
        log.put((request, answer))
    log.put(None)
