"""主进程等生产者结束,再由它放 None。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def eat(steamer):
    while True:
        bun = steamer.get()
        if bun is None:
            break
        print("吃", bun)


def make(steamer):
    for number in range(2):
        steamer.put(f"包子{number}")


if __name__ == "__main__":
    steamer = Queue()
    maker = Process(target=make, args=(steamer,))
    eater = Process(target=eat, args=(steamer,))
    maker.start()
    eater.start()
    maker.join()
    steamer.put(None)
    eater.join()
    assert steamer.empty()
