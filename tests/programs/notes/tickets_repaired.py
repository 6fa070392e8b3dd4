"""12306 修好了:查询和购买都在锁里,一张票只卖一次。"""
# verdict: holds
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


def run(person, lock):
    with lock:
        stock = read()
        print(f"{person}查询票数:{stock['count']}")
        if stock["count"] > 0:
            stock["count"] -= 1
            stock["sold"].append(person)
            write(stock)


if __name__ == "__main__":
    write({"count": 1, "sold": []})
    lock = Lock()
    buyers = [Process(target=run, args=(person, lock)) for person in ["李雷", "韩梅梅"]]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
    stock = read()
    assert stock["count"] == 0
    assert len(stock["sold"]) == 1
