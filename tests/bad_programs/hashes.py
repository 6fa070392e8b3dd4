# expect: holds within bounds 3
from multiprocessing import Value

if __name__ == '__main__':
    chosen = Value('i', 0)
    chosen.value = hash('tickets') % 7
