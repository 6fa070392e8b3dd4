# diagnosis: handled-once
def serve(requests, log, handle):
    for request in iter(requests.get, None):
        try:
            handle(request)
        except ValueError:
            log.put((request, "sorry"))
        else:
            log.put((request, handle(request)))
    log.put(None)
