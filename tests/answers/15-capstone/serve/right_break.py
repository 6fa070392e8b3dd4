def answer_to(request, handle):
    try:
        return handle(request)
    except ValueError:
        return "sorry"


def serve(requests, log, handle):
    try:
        while True:
            request = requests.get()
            if request is None:
                break
            log.put((request, answer_to(request, handle)))
    finally:
        log.put(None)
