# diagnosis: once
def keep_log(log, windows, path):
    with open(path, "w", encoding="utf-8") as file:
        while windows:
            message = log.get()
            if message is None:
                windows -= 1
            elif message[0]:
                request, answer = message
                file.write(f"{request}: {answer}\n")
