# expect: inconclusive 3 | holds 0 | holds within bounds 3
from multiprocessing import Process

if __name__ == '__main__':
    for _ in range(10_000):
        Process(target=print).start()
