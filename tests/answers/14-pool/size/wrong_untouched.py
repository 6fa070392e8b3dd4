# diagnosis: untouched
def choose_size(measure, sizes):
    raise NotImplementedError()
