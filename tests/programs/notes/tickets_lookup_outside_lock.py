"""12306 加了锁,查询却在锁外:有人在 open("w") 清空文件之后、写入之前查询,JSONDecodeError。"""
# verdict: broken
# kind: exception
# error: JSONDecodeError
# start-method: both
# reality: yes

import json
from multiprocessing import Lock, Process


def read():
    with open("ticket", encoding="utf-8") as file:
        return json.load(file)


def write(stock):
    with open("ticket", "w", encoding="utf-8") as file:
        json.dump(stock, file)


def grab(person):
    stock = read()
    if stock["count"] > 0:
        stock["count"] -= 1
        write(stock)
        print(f"{person}抢到票了")
    else:
        print(f"{person}没有抢到")


def run(person, lock):
    print(f"{person}查询票数:{read()['count']}")
    lock.acquire()
    grab(person)
    lock.release()


if __name__ == "__main__":
    write({"count": 1})
    lock = Lock()
    children = [Process(target=run, args=(person, lock)) for person in ["李雷", "韩梅梅"]]
    for child in children:
        child.start()
    for child in children:
        child.join()
