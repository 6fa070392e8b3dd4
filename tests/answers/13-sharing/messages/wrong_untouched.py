# diagnosis: untouched
def gather(write, names):
    raise NotImplementedError()
