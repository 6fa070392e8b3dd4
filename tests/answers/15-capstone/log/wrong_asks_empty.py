# diagnosis: asks-empty
def keep_log(log, windows, path):
    with open(path, "w") as file:
        while not log.empty():
            message = log.get()
            if message is not None:
                request, answer = message
                file.write(f"{request}: {answer}\n")
