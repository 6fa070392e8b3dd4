# expect: broken 1
from multiprocessing import Process


def work():
    print('\ud83d')
    raise ValueError('\ud83d')


if __name__ == '__main__':
    Process(target=work).start()
