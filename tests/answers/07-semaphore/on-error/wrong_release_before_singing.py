# diagnosis: outside
def visit(person, rooms, patience, sing):
    if not rooms.acquire(timeout=patience):
        return False
    rooms.release()
    sing(person)
    return True
