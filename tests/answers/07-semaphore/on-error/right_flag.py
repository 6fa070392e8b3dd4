def visit(person, rooms, patience, sing):
    got_room = False
    try:
        got_room = rooms.acquire(timeout=patience)
        if got_room:
            sing(person)
    finally:
        if got_room:
            rooms.release()
    return got_room
