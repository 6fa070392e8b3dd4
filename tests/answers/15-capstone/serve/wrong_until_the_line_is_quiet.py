# diagnosis: walked-away
from queue import Empty


def serve(requests, log, handle):
    while True:
        try:
            request = requests.get(timeout=1)
        except Empty:
            break
        if request is None:
            continue
        try:
            answer = handle(request)
        except ValueError:
            answer = "sorry"
        log.put((request, answer))
    log.put(None)
