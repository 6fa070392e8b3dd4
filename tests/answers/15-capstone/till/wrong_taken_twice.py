# diagnosis: taken-twice
def enough(stock, lock):
    with lock:
        return stock.value > 0


def sell(stock, till, lock):
    with lock:
        if not enough(stock, lock):
            return False
        stock.value -= 1
        till.value += PRICE
    return True


def refund(stock, till, lock):
    with lock:
        if till.value < PRICE:
            return False
        stock.value += 1
        till.value -= PRICE
        return True
