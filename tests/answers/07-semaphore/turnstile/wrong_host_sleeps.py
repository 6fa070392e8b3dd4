# diagnosis: early
from time import sleep


def friend(arrived, gate, enter):
    arrived.release()
    gate.acquire()
    enter()
    gate.release()


def host(count, arrived, gate):
    sleep(10)
    gate.release()
