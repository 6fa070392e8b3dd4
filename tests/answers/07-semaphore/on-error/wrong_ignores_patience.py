# diagnosis: opposite-order
def visit(person, rooms, patience, sing):
    with rooms:
        sing(person)
    return True
