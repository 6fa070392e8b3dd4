# diagnosis: lock-kept
def buy(person, lock):
    lock.acquire()
    stock = read_stock()
    if stock["count"] > 0:
        stock["count"] -= 1
        write_stock(stock)
        return True
    return False
