# diagnosis: sorry-too
def serve(requests, log, handle):
    while (request := requests.get()) is not None:
        try:
            log.put((request, handle(request)))
        except ValueError:
            continue
    log.put(None)
