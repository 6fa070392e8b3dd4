# diagnosis: file
def keep_log(log, windows, path):
    while windows:
        message = log.get()
        if message is None:
            windows -= 1
        else:
            with open(path, "a") as file:
                file.write(f"{message[0]}: {message[1]}\n")
