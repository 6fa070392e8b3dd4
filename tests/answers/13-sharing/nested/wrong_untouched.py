# diagnosis: untouched
def note(book, lock, name, line):
    raise NotImplementedError()
