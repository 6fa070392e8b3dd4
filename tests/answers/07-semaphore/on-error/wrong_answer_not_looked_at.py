# diagnosis: went-in
def visit(person, rooms, patience, sing):
    rooms.acquire(timeout=patience)
    try:
        sing(person)
    finally:
        rooms.release()
    return True
