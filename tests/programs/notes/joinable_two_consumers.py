"""JoinableQueue,两个守护的消费者:全部做完之前 join 不会返回。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Array, JoinableQueue, Process


def eat(steamer, eaten):
    while True:
        number = steamer.get()
        eaten[number] = 1
        steamer.task_done()


if __name__ == "__main__":
    steamer = JoinableQueue()
    eaten = Array("i", 2)
    for _ in range(2):
        Process(target=eat, args=(steamer, eaten), daemon=True).start()
    steamer.put(0)
    steamer.put(1)
    steamer.join()
    assert sum(eaten) == 2
