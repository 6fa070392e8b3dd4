# expect: broken 1
import os
from multiprocessing import Process, Queue


def work(queue):
    queue.put(1)
    os._exit(0)


if __name__ == '__main__':
    queue = Queue()
    worker = Process(target=work, args=(queue,))
    worker.start()
    print(queue.get())
    worker.join()
