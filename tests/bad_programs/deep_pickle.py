# expect: broken 1
from multiprocessing import Queue

if __name__ == '__main__':
    nested = []
    for _ in range(100_000):
        nested = [nested]
    queue = Queue()
    queue.put(nested)
    print(queue.get())
