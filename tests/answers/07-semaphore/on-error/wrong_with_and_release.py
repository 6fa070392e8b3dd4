# diagnosis: surplus
def visit(person, rooms, patience, sing):
    with rooms:
        try:
            sing(person)
        finally:
            rooms.release()
    return True
