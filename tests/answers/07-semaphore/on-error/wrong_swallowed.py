# diagnosis: error
def visit(person, rooms, patience, sing):
    if not rooms.acquire(timeout=patience):
        return False
    try:
        sing(person)
    except Exception:
        print("the microphone is broken")
    finally:
        rooms.release()
    return True
