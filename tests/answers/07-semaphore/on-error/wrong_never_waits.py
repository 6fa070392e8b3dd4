# diagnosis: waited
def visit(person, rooms, patience, sing):
    if not rooms.acquire(block=False):
        return False
    try:
        sing(person)
    finally:
        rooms.release()
    return True
