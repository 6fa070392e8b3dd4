# diagnosis: TypeError
def sell(stock, till, lock):
    with lock:
        if stock > 0:
            stock -= 1
            till += PRICE
            return True
        return False
def refund(stock, till, lock):
    with lock:
        if till >= PRICE:
            stock += 1
            till -= PRICE
            return True
        return False
