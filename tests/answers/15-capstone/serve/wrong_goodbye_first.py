# diagnosis: goodbye-last
def serve(requests, log, handle):
    answers = []
    while (request := requests.get()) is not None:
        try:
            answers.append((request, handle(request)))
        except ValueError:
            answers.append((request, "sorry"))
    log.put(None)
    for each in answers:
        log.put(each)
