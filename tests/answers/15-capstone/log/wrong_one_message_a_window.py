# diagnosis: to-the-end
def keep_log(log, windows, path):
    with open(path, "w", encoding="utf-8") as file:
        for _ in range(windows):
            message = log.get()
            if message is not None:
                file.write(f"{message[0]}: {message[1]}\n")
