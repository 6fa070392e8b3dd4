# diagnosis: turned-round
def serve(requests, log, handle):
    while (request := requests.get()) is not None:
        try:
            answer = handle(request)
        except ValueError:
            answer = "sorry"
        log.put((answer, request))
    log.put(None)
