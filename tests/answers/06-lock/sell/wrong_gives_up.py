# diagnosis: left-over
def buy(person, lock):
    if not lock.acquire(block=False):
        return False
    try:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        stock["count"] -= 1
        write_stock(stock)
        return True
    finally:
        lock.release()
