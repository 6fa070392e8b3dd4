# expect: inconclusive 3
from multiprocessing import Process

if __name__ == '__main__':
    for _ in range(10_000):
        Process(target=print).start()
