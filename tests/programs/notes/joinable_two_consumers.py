"""JoinableQueue,两个消费者:全部做完之前 join 不会返回;之后再各发一个 None 收工。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Array, JoinableQueue, Process


def eat(steamer, eaten):
    while (number := steamer.get()) is not None:
        eaten[number] = 1
        steamer.task_done()


if __name__ == "__main__":
    steamer = JoinableQueue()
    eaten = Array("i", 2, lock=False)
    eaters = [Process(target=eat, args=(steamer, eaten)) for _ in range(2)]
    for eater in eaters:
        eater.start()
    steamer.put(0)
    steamer.put(1)
    steamer.join()
    assert sum(eaten) == 2
    for _ in eaters:
        steamer.put(None)
    for eater in eaters:
        eater.join()
