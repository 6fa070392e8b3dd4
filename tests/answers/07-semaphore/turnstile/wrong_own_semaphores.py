# diagnosis: own-semaphores
from multiprocessing import Semaphore


def friend(arrived, gate, enter):
    arrived, gate = Semaphore(0), Semaphore(0)
    arrived.release()
    with gate:
        enter()


def host(count, arrived, gate):
    for _ in range(count):
        arrived.acquire()
    gate.release()
