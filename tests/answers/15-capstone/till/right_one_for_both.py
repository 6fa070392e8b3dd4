def move(tickets, stock, till, lock):
    with lock:
        left, money = stock.value + tickets, till.value - PRICE * tickets
        if left < 0 or money < 0:
            return False
        stock.value, till.value = left, money
    return True


def sell(stock, till, lock):
    return move(-1, stock, till, lock)


def refund(stock, till, lock):
    return move(1, stock, till, lock)
