# diagnosis: line-ends
def keep_log(log, windows, path):
    with open(path, "w") as file:
        gone = 0
        while gone < windows:
            message = log.get()
            if message is None:
                gone += 1
            else:
                request, answer = message
                file.write(f"{request}: {answer}")
