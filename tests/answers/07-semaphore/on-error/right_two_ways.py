def visit(person, rooms, patience, sing):
    if patience is None:
        with rooms:
            sing(person)
        return True
    if rooms.acquire(timeout=patience):
        try:
            sing(person)
            return True
        finally:
            rooms.release()
    else:
        return False
