# diagnosis: exception
def serve(requests, log, handle):
    while (request := requests.get()) is not None:
        log.put((request, handle(request)))
    log.put(None)
