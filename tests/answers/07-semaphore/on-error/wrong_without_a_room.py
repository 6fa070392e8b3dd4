# diagnosis: unguarded
def visit(person, rooms, patience, sing):
    sing(person)
    return True
