# diagnosis: two-holds
def sell(stock, till, lock):
    with lock:
        if stock.value <= 0:
            return False
    with lock:
        stock.value -= 1
        till.value += PRICE
    return True
def refund(stock, till, lock):
    with lock:
        if till.value < PRICE:
            return False
    with lock:
        stock.value += 1
        till.value -= PRICE
    return True
