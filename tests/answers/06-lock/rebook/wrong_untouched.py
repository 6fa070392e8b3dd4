# diagnosis: untouched
def rebook(old, new, locks):
    raise NotImplementedError()
