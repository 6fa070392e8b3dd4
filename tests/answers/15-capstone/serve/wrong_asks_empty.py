# diagnosis: asks-empty
def serve(requests, log, handle):
    while not requests.empty():
        request = requests.get()
        if request is None:
            break
        try:
            answer = handle(request)
        except ValueError:
            answer = "sorry"
        log.put((request, answer))
    log.put(None)
