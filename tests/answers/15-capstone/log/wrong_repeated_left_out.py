# diagnosis: once
def keep_log(log, windows, path):
    seen = set()
    with open(path, "w", encoding="utf-8") as file:
        while windows:
            message = log.get()
            if message is None:
                windows -= 1
            elif message not in seen:
                seen.add(message)
                file.write(f"{message[0]}: {message[1]}\n")
