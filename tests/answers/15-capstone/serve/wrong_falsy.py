# diagnosis: empty-too
def serve(requests, log, handle):
    while request := requests.get():
        try:
            answer = handle(request)
        except ValueError:
            answer = "sorry"
        log.put((request, answer))
    log.put(None)
