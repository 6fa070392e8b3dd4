def sell(stock, till, lock):
    lock.acquire()
    try:
        possible = stock.value > 0
        if possible:
            stock.value -= 1
            till.value += PRICE
        return possible
    finally:
        lock.release()


def refund(stock, till, lock):
    lock.acquire()
    possible = till.value >= PRICE
    if possible:
        till.value -= PRICE
        stock.value += 1
    lock.release()
    return possible
