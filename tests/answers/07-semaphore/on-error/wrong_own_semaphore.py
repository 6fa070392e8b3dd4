# diagnosis: own-semaphores
from multiprocessing import Semaphore


def visit(person, rooms, patience, sing):
    room = Semaphore(1)
    if not room.acquire(timeout=patience):
        return False
    try:
        sing(person)
    finally:
        room.release()
    return True
