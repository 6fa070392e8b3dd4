from contextlib import ExitStack


def visit(person, rooms, patience, sing):
    with ExitStack() as stack:
        if not rooms.acquire(timeout=patience):
            print("full")
            return False
        stack.callback(rooms.release)
        sing(person)
        return True
