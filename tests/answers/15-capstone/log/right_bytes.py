def keep_log(log, windows, path):
    with open(path, "wb") as file:
        while windows:
            message = log.get()
            if message is None:
                windows -= 1
            else:
                request, answer = message
                file.write(f"{request}: {answer}\n".encode())
