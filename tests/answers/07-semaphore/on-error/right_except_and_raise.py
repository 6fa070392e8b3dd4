def visit(person, rooms, patience, sing):
    got = rooms.acquire(True, patience)
    if got:
        try:
            sing(person)
        except BaseException:
            rooms.release()
            raise
        else:
            rooms.release()
    return got
