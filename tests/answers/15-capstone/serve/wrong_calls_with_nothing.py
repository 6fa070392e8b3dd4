# diagnosis: TypeError
def serve(requests, log, handle):
    while True:
        r = requests.get()
        if r == None:
            break
        try:
            a = handle()
        except ValueError:
            a = "sorry"
        log.put((r, a))
    log.put(None)
