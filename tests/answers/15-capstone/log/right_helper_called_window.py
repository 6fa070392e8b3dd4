def window(log):
    return iter(log.get, None)


def keep_log(log, windows, path):
    with open(path, "w", encoding="utf-8") as file:
        for _ in range(windows):
            for request, answer in window(log):
                file.write(f"{request}: {answer}\n")
