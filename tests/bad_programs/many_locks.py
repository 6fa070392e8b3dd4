# expect: inconclusive 3
from multiprocessing import Lock

locks = []
while True:
    locks.append(Lock())
