# diagnosis: taken-twice
def visit(person, rooms, patience, sing):
    if not rooms.acquire(timeout=patience):
        return False
    try:
        with rooms:
            sing(person)
    finally:
        rooms.release()
    return True
