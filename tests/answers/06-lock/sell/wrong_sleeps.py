# diagnosis: sleeps
import random


def buy(person, lock):
    time.sleep(random.random())
    stock = read_stock()
    if stock["count"] > 0:
        stock["count"] -= 1
        write_stock(stock)
        return True
    return False
