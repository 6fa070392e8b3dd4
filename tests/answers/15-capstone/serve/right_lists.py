def serve(requests, log, handle):
    while (r := requests.get()) is not None:
        try:
            log.put([r, handle(r)])
        except ValueError:
            log.put([r, "sorry"])
    log.put(None)
