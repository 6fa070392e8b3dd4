# diagnosis: kept
def visit(person, rooms, patience, sing):
    if rooms.acquire(timeout=patience):
        sing(person)
        return True
    rooms.release()
    return False
