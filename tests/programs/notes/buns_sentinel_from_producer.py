"""生产者最后放一个 None,消费者看到就停。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def eat(steamer, eaten):
    while (bun := steamer.get()) is not None:
        print("吃", bun)
        eaten.put(bun)


def make(steamer):
    for number in range(2):
        steamer.put(f"包子{number}")
    steamer.put(None)


if __name__ == "__main__":
    steamer, eaten = Queue(), Queue()
    maker = Process(target=make, args=(steamer,))
    eater = Process(target=eat, args=(steamer, eaten))
    maker.start()
    eater.start()
    assert [eaten.get(), eaten.get()] == ["包子0", "包子1"]
    maker.join()
    eater.join()
