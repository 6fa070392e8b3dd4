# diagnosis: nobody-said
def serve(requests, log, handle):
    answers = []
    while (request := requests.get()) is not None:
        try:
            answers.append((request, handle(request)))
        except ValueError:
            answers.append((request, "sorry"))
    for each in answers:
        log.put(each)
    log.put(None)
