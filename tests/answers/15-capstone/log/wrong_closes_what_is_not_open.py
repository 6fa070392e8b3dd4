# diagnosis: AttributeError
def keep_log(log, windows, path):
    file = None
    while windows:
        message = log.get()
        if message is None:
            windows -= 1
            continue
        if file is None:
            file = open(path, "w", encoding="utf-8")
        request, answer = message
        file.write(f"{request}: {answer}\n")
    file.close()
