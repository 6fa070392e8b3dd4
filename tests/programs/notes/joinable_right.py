"""JoinableQueue:每吃完一个就 task_done,生产者 join 到全部吃完,守护的消费者随主进程结束。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import JoinableQueue, Process, Value


def eat(steamer, eaten):
    while True:
        steamer.get()
        eaten.value += 1
        steamer.task_done()


def make(steamer):
    for number in range(2):
        steamer.put(f"包子{number}")
    steamer.join()


if __name__ == "__main__":
    steamer = JoinableQueue()
    eaten = Value("i", 0)
    maker = Process(target=make, args=(steamer,))
    eater = Process(target=eat, args=(steamer, eaten), daemon=True)
    maker.start()
    eater.start()
    maker.join()
    assert eaten.value == 2
