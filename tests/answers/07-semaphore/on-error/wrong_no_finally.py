# diagnosis: kept
def visit(person, rooms, patience, sing):
    if not rooms.acquire(timeout=patience):
        return False
    sing(person)
    rooms.release()
    return True
