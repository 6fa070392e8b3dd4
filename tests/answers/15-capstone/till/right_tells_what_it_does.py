# 边做边说：打印的东西像检查自己打印的，也不要紧。
def sell(stock, till, lock):
    with lock:
        print(f"sell: {stock.value} left")
        if stock.value == 0:
            return False
        stock.value -= 1
        till.value += PRICE
        return True


def refund(stock, till, lock):
    with lock:
        print("refund: True")
        if till.value < PRICE:
            return False
        till.value -= PRICE
        stock.value += 1
        return True
