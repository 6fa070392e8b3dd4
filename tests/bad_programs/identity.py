# expect: inconclusive 3
from multiprocessing import Process, Value

kept = []


def work(total):
    for _ in range(50):
        kept.append(object())
    total.value = id(kept[-1]) // 16 % 100_003
    total.value = id(total) // 16 % 100_003


if __name__ == '__main__':
    total = Value('i', 0)
    workers = [Process(target=work, args=(total,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert total.value != 5
