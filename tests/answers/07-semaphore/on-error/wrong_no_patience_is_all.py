# diagnosis: opposite-order
def visit(person, rooms, patience, sing):
    if patience:
        if not rooms.acquire(timeout=patience):
            return False
    else:
        rooms.acquire()
    try:
        sing(person)
        return True
    finally:
        rooms.release()
