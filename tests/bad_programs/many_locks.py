# expect: inconclusive 3 | holds 0
from multiprocessing import Lock

locks = []
while True:
    locks.append(Lock())
