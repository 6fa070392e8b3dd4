# diagnosis: untouched
def visit(person, lock):
    raise NotImplementedError()
