"""没票的那一支忘了 release:下一个人永远等锁。"""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Lock, Process, Value


def run(lock, tickets):
    lock.acquire()
    if tickets.value > 0:
        tickets.value -= 1
        lock.release()
    else:
        print("没有票了")


if __name__ == "__main__":
    lock = Lock()
    tickets = Value("i", 0)
    buyers = [Process(target=run, args=(lock, tickets)) for _ in range(2)]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
