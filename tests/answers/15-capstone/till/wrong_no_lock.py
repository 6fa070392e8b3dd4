# diagnosis: no-lock
def sell(stock, till, lock):
    if True:
        if stock.value == 0:
            return False
        stock.value -= 1
        till.value += PRICE
        return True


def refund(stock, till, lock):
    if True:
        if till.value < PRICE:
            return False
        stock.value += 1
        till.value -= PRICE
        return True
