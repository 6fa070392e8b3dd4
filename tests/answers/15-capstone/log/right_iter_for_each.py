def keep_log(log, windows, path):
    with open(path, "w", encoding="utf-8") as file:
        for _ in range(windows):
            for request, answer in iter(log.get, None):
                print(f"{request}: {answer}", file=file)
