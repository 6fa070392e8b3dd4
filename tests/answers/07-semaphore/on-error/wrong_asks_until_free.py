# diagnosis: opposite-order
def visit(person, rooms, patience, sing):
    while not rooms.acquire(block=False):
        pass
    try:
        sing(person)
    finally:
        rooms.release()
    return True
