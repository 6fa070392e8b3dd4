# diagnosis: below-zero
def sell(stock, till, lock):
    with lock:
        if stock.value == 0:
            return False
        stock.value -= 1
        till.value += PRICE
        return True


def refund(stock, till, lock):
    with lock:
        stock.value += 1
        till.value -= PRICE
    return True
