# diagnosis: deadlock
def keep_log(log, windows, path):
    with open(path, "w") as file:
        while True:
            message = log.get()
            if message is not None:
                file.write(f"{message[0]}: {message[1]}\n")
