# diagnosis: nobody-said
def serve(requests, log, handle):
    for request in list(iter(requests.get, None)):
        try:
            answer = handle(request)
        except ValueError:
            answer = "sorry"
        log.put((request, answer))
    log.put(None)
