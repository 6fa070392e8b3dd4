# diagnosis: UnboundLocalError
def keep_log(log, windows, path):
    first = True
    while windows:
        message = log.get()
        if message is None:
            windows -= 1
            continue
        if first:
            file = open(path, "w", encoding="utf-8")
            first = False
        request, answer = message
        file.write(f"{request}: {answer}\n")
    file.close()
