# expect: holds within bounds 3
from multiprocessing import Lock

if __name__ == '__main__':
    for lock in {Lock(), Lock(), Lock()}:
        with lock:
            print('mine')
