# diagnosis: opposite-order
def visit(person, rooms, patience, sing):
    if patience == 0 and rooms.get_value() == 0:
        return False
    rooms.acquire()
    try:
        sing(person)
    finally:
        rooms.release()
    return True
