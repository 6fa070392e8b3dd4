# expect: holds within bounds 3
import time
from multiprocessing import Process, Value


def work(total):
    if time.time() % 2 < 1:
        total.value += 1
    total.value += 1


if __name__ == '__main__':
    total = Value('i', 0)
    workers = [Process(target=work, args=(total,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
