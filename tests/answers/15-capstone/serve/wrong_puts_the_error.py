# diagnosis: answered
def serve(requests, log, handle):
    while (r := requests.get()) is not None:
        try:
            log.put((r, handle(r)))
        except ValueError as e:
            log.put((r, e))
    log.put(None)
