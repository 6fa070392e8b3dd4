# diagnosis: pairs
def serve(requests, log, handle):
    while (request := requests.get()) is not None:
        try:
            log.put((request, handle(request)))
        except ValueError:
            log.put("sorry")
    log.put(None)
