# diagnosis: deadlock
def serve(requests, log, handle):
    while True:
        request = requests.get()
        if request is None:
            continue
        try:
            answer = handle(request)
        except ValueError:
            answer = "sorry"
        log.put((request, answer))
    log.put(None)
