"""包子做完了没有人说:消费者取空之后一直卡在 get。"""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Process, Queue


def eat(steamer):
    while True:
        print("吃", steamer.get())


def make(steamer):
    for number in range(2):
        steamer.put(f"包子{number}")


if __name__ == "__main__":
    steamer = Queue()
    one = Process(target=make, args=(steamer,))
    one.start()
    other = Process(target=eat, args=(steamer,))
    other.start()
    print("主")
    one.join()
    other.join()
