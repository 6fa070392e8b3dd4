# diagnosis: told
def visit(person, rooms, patience, sing):
    if not rooms.acquire(timeout=patience):
        return "False"
    try:
        sing(person)
        return "True"
    finally:
        rooms.release()
