# diagnosis: every-window
def keep_log(log, windows, path):
    with open(path, "w") as file:
        for request, answer in iter(log.get, None):
            file.write(f"{request}: {answer}\n")
