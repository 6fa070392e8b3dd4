# diagnosis: surplus
def visit(person, rooms, patience, sing):
    if not rooms.acquire(timeout=patience):
        return False
    try:
        sing(person)
    except Exception:
        rooms.release()
        raise
    finally:
        rooms.release()
    return True
