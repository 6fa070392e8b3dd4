# diagnosis: refused
def sell(stock, till, lock):
    if not lock.acquire(block=False):
        return False
    try:
        if stock.value == 0:
            return False
        stock.value -= 1
        till.value += PRICE
        return True
    finally:
        lock.release()


def refund(stock, till, lock):
    with lock:
        if till.value < PRICE:
            return False
        stock.value += 1
        till.value -= PRICE
        return True
