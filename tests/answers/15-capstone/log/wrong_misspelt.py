# diagnosis: NameError
def keep_log(log, windows, path):
    with open(path, "w", encoding="utf-8") as file:
        while windows:
            message = log.get()
            if message is None:
                windows -= 1
            else:
                file.write(f"{request}: {answer}\n")
