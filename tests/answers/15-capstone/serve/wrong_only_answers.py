# diagnosis: pairs
def serve(requests, log, handle):
    while (request := requests.get()) is not None:
        try:
            answer = handle(request)
        except ValueError:
            answer = "sorry"
        log.put(answer)
    log.put(None)
