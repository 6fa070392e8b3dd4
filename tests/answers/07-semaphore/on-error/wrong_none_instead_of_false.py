# diagnosis: told
def visit(person, rooms, patience, sing):
    if rooms.acquire(timeout=patience):
        try:
            sing(person)
            return True
        finally:
            rooms.release()
