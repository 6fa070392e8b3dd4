"""两个消费者只有一个 None:先拿到的走了,另一个永远等下去。"""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Process, Queue


def eat(steamer):
    while True:
        bun = steamer.get()
        if bun is None:
            break
        print("吃", bun)


def make(steamer):
    steamer.put("包子")


if __name__ == "__main__":
    steamer = Queue()
    maker = Process(target=make, args=(steamer,))
    eaters = [Process(target=eat, args=(steamer,)) for _ in range(2)]
    for each in [maker, *eaters]:
        each.start()
    maker.join()
    steamer.put(None)
    for eater in eaters:
        eater.join()
