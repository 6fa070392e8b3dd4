# expect: broken 1
from multiprocessing import Lock, Process


def work(lock):
    while True:
        try:
            while True:
                try:
                    lock.acquire()
                finally:
                    while True:
                        pass
        except:
            continue


if __name__ == '__main__':
    lock = Lock()
    lock.acquire()
    workers = [Process(target=work, args=(lock,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
