# diagnosis: outside
def visit(person, rooms, patience, sing):
    if patience is None:
        rooms.acquire()
    else:
        nap(patience)
        if not rooms.acquire(block=False):
            return False
    try:
        sing(person)
    finally:
        rooms.release()
    return True
