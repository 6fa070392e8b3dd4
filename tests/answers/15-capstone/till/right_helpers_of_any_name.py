def audit(stock, till):
    return 100 * stock.value + till.value


def customer(stock, till, change):
    if min(stock.value + change, till.value - PRICE * change) < 0:
        return False
    before = audit(stock, till)
    stock.value += change
    till.value -= PRICE * change
    return audit(stock, till) == before


def sell(stock, till, lock):
    with lock:
        return customer(stock, till, -1)


def refund(stock, till, lock):
    with lock:
        return customer(stock, till, 1)
