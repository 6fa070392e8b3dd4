# diagnosis: in-order
def keep_log(log, windows, path):
    lines = []
    while windows:
        message = log.get()
        if message is None:
            windows -= 1
        else:
            lines.append(f"{message[0]}: {message[1]}\n")
    with open(path, "w") as file:
        file.writelines(reversed(lines))
