"""两个生产者两个消费者:等生产者都结束,再放两个 None,一人一个。"""
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


def make(name, steamer):
    steamer.put(name)


if __name__ == "__main__":
    steamer = Queue()
    makers = [Process(target=make, args=(name, steamer)) for name in ["包子", "骨头"]]
    eaters = [Process(target=eat, args=(steamer,)) for _ in range(2)]
    for each in makers + eaters:
        each.start()
    for maker in makers:
        maker.join()
    for _ in eaters:
        steamer.put(None)
    for eater in eaters:
        eater.join()
    assert steamer.empty()
