"""主进程没等生产者就放了 None:None 可能排在包子前面,包子没人吃。"""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def eat(steamer):
    while steamer.get() is not None:
        print("吃")


def make(steamer):
    steamer.put("包子")


if __name__ == "__main__":
    steamer = Queue()
    maker = Process(target=make, args=(steamer,))
    eater = Process(target=eat, args=(steamer,))
    maker.start()
    eater.start()
    steamer.put(None)
    maker.join()
    eater.join()
    assert steamer.empty(), "a bun is left"
