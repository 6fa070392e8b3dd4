# diagnosis: own-locks
from multiprocessing import Lock

def sell(stock, till, lock):
    with Lock():
        if stock.value == 0:
            return False
        stock.value -= 1
        till.value += PRICE
        return True


def refund(stock, till, lock):
    with Lock():
        if till.value < PRICE:
            return False
        stock.value += 1
        till.value -= PRICE
        return True
