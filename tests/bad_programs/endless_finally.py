# expect: broken 1
from multiprocessing import Lock, Process


def work(lock):
    try:
        lock.acquire()
        lock.acquire()
    finally:
        while True:
            pass


if __name__ == '__main__':
    lock = Lock()
    worker = Process(target=work, args=(lock,))
    worker.start()
    worker.join()
