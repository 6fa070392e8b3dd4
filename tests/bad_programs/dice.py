# expect: holds within bounds 3
import random
from multiprocessing import Process, Value


def work(total):
    total.value = random.randint(1, 6)


if __name__ == '__main__':
    total = Value('i', 0)
    workers = [Process(target=work, args=(total,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
