# diagnosis: waited
def visit(person, rooms, patience, sing):
    if not rooms.acquire(patience):
        return False
    try:
        sing(person)
    finally:
        rooms.release()
    return True
