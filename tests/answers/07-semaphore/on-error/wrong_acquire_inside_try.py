# diagnosis: surplus
def visit(person, rooms, patience, sing):
    try:
        if not rooms.acquire(timeout=patience):
            return False
        sing(person)
        return True
    finally:
        rooms.release()
