# diagnosis: kept
def keep_log(log, windows, path):
    open(path, "w").close()
    while windows:
        message = log.get()
        if message is None:
            windows -= 1
        else:
            with open(path, "w") as file:
                file.write(f"{message[0]}: {message[1]}\n")
