# diagnosis: untouched
def keep_log(log, windows, path):
    raise NotImplementedError
