# diagnosis: exception
def serve(requests, log, handle):
    while True:
        request = requests.get()
        try:
            answer = handle(request)
        except ValueError:
            answer = "sorry"
        log.put((request, answer))
        if request is None:
            break
