"""12306 不加锁,文件一下子整个换掉:谁也读不到空文件了,可两个人还是都看到最后那一张票,卖了两次。"""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

import json
import os
import sys
from multiprocessing import Process

TICKETS = 1


def read():
    with open("ticket", encoding="utf-8") as file:
        return json.load(file)


def write(stock):
    draft = f"ticket.{os.getpid()}"
    with open(draft, "w", encoding="utf-8") as file:
        json.dump(stock, file)
    os.replace(draft, "ticket")


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
