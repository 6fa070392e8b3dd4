# diagnosis: begun-anew
def keep_log(log, windows, path):
    with open(path, "a", encoding="utf-8") as file:
        while windows:
            message = log.get()
            if message is None:
                windows -= 1
            else:
                file.write(f"{message[0]}: {message[1]}\n")
