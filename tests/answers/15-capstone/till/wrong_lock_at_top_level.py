# diagnosis: left-out
MINE = Lock()


def sell(stock, till, lock):
    with MINE:
        if stock.value == 0:
            return False
        stock.value -= 1
        till.value += PRICE
        return True


def refund(stock, till, lock):
    with MINE:
        if till.value < PRICE:
            return False
        stock.value += 1
        till.value -= PRICE
        return True
