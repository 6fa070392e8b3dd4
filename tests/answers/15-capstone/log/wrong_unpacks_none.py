# diagnosis: exception
def keep_log(log, windows, path):
    with open(path, "w") as file:
        while windows:
            request, answer = log.get()
            if request is None:
                windows -= 1
            else:
                file.write(f"{request}: {answer}\n")
