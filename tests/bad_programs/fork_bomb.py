# expect: inconclusive 3
from multiprocessing import Process


def bomb():
    while True:
        Process(target=bomb).start()


if __name__ == '__main__':
    bomb()
