"""12306 不加锁:两个人都看到还有一张票,于是卖了两次;或者一个人读到刚被清空的文件。"""
# verdict: broken
# kind: assertion, exception
# error: JSONDecodeError
# start-method: both
# reality: yes

import json
import sys
from multiprocessing import Process

TICKETS = 1


def read():
    with open("ticket", encoding="utf-8") as file:
        return json.load(file)


def write(stock):
    with open("ticket", "w", encoding="utf-8") as file:
        json.dump(stock, file)


def buy():
    stock = read()
    if stock["count"] > 0:
        stock["count"] -= 1
        write(stock)
        sys.exit(1)  # one ticket bought


if __name__ == "__main__":
    write({"count": TICKETS})
    buyers = [Process(target=buy) for _ in range(2)]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
    sold = sum(buyer.exitcode for buyer in buyers)
    assert sold <= TICKETS, f"{sold} tickets sold"
