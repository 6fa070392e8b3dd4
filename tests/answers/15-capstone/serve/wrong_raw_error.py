# diagnosis: answered
def serve(requests, log, handle):
    while (request := requests.get()) is not None:
        try:
            answer = handle(request)
        except ValueError as error:
            answer = str(error)
        log.put((request, answer))
    log.put(None)
