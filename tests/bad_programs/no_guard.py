# expect: broken 1
from multiprocessing import Process

worker = Process(target=print)
worker.start()
worker.join()
