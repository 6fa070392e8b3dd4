"""The programs that are measured."""

from __future__ import annotations

TICKETS = """
import json, time
from multiprocessing import Process

def buy(name):
    with open("tickets.json") as file:
        left = json.load(file)["left"]
    if left > 0:
        time.sleep(0.01)
        with open("tickets.json", "w") as file:
            json.dump({"left": left - 1}, file)
        with open(f"{name}.txt", "w") as file:
            file.write("ticket")

if __name__ == "__main__":
    with open("tickets.json", "w") as file:
        json.dump({"left": 1}, file)
    buyers = [Process(target=buy, args=(name,)) for name in ("ann", "bob")]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
"""
"""Two buyers grab the last ticket of a file."""

LOOK = """
from multiprocessing import Process, Value

def buy(left):
    seen = left.value
    if seen > 0:
        left.value = seen - 1

if __name__ == "__main__":
    left = Value("i", 1)
    buyers = [Process(target=buy, args=(left,)) for _ in range(2)]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
"""
"""Two buyers look and take, and nothing else."""

_COUNTED = """
from multiprocessing import Process, Value

def buy(left, sold):
    {buy}

if __name__ == "__main__":
    left, sold = Value("i", 1), Value("i", 0)
    buyers = [Process(target=buy, args=(left, sold)) for _ in range({buyers})]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
    assert sold.value == 1, f"{{sold.value}} sold"
"""
UNLOCKED = """
    seen = left.value
    if seen > 0:
        left.value = seen - 1
        with sold.get_lock():
            sold.value += 1
"""
"""How to buy a ticket that another may have bought in between."""
LOCKED = """
    with left.get_lock():
        if left.value > 0:
            left.value -= 1
            sold.value += 1
"""
"""How to buy one that nobody else has bought."""


def counted(buyers: int, buy: str = UNLOCKED) -> str:
    """So many buyers of one ticket that is a shared value, and what must hold in the end."""
    return _COUNTED.format(buyers=buyers, buy=buy.strip())


DEPENDENT = """
from multiprocessing import Process, Value

def work(values, number):
    for _ in range({ops} // 2):
        values[number].value += 1

if __name__ == "__main__":
    values = [Value("i", 0) for _ in range({processes})]
    workers = [
        Process(target=work, args=(values, {number})) for number in range({processes})
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
"""
"""Processes that count up shared values: each its own, or all the same one."""

FAMILY = """
from multiprocessing import Process, Lock
import time, json
lock = Lock()
stock = {"count": 3}
names = ["a", "b", "c"]
def look(n):
    return stock["count"]
def buy(n, k=1):
    pass
def task(n, lock):
    look(n)
def helper(a, b):
    return a + b
def main():
    for n in names:
        p = Process(target=task, args=(n, lock))
        p.start()
        p.join()
if __name__ == "__main__":
    main()
"""
"""A small program with a little of everything that a child gets a copy of."""
