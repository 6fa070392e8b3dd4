"""进程之间数据隔离:子进程改的是它自己的 money,主进程仍然是 100。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process

money = 100


def task():
    global money
    money = 666
    print("子", money)


if __name__ == "__main__":
    child = Process(target=task)
    child.start()
    child.join()
    print(money)
    assert money == 100
