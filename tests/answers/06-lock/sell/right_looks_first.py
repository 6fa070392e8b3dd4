# 先看一眼，有票再排队；排到了，在锁里重新看。
def buy(person, lock):
    with lock:
        if read_stock()["count"] == 0:
            return False
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        stock["count"] -= 1
        write_stock(stock)
    return True
