# diagnosis: TypeError
def sell(stock, till, lock):
    with lock:
        if stock.value == 0:
            return False
        stock.value -= 1
        till.value += 100.0
        return True


def refund(stock, till, lock):
    with lock:
        if till.value < PRICE:
            return False
        stock.value += 1
        till.value -= PRICE
        return True
