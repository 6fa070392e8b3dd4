# diagnosis: other-lock
def sell(stock, till, lock):
    with stock.get_lock():
        if stock.value == 0:
            return False
        stock.value -= 1
    with till.get_lock():
        till.value += PRICE
    return True


def refund(stock, till, lock):
    with till.get_lock():
        if till.value < PRICE:
            return False
        till.value -= PRICE
    with stock.get_lock():
        stock.value += 1
    return True
