def serve(requests, log, handle):
    for request in iter(requests.get, None):
        try:
            log.put((request, handle(request)))
        except Exception:
            log.put((request, "sorry"))
    log.put(None)
