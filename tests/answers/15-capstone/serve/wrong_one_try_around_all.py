# diagnosis: goes-on
def serve(requests, log, handle):
    request = None
    try:
        while (request := requests.get()) is not None:
            log.put((request, handle(request)))
    except ValueError:
        log.put((request, "sorry"))
    log.put(None)
