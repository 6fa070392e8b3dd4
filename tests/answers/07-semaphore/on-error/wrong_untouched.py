# diagnosis: untouched
def visit(person, rooms, patience, sing):
    raise NotImplementedError
