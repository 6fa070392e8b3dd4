def buy(person, lock):
    lock.acquire()
    try:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        stock["count"] -= 1
        write_stock(stock)
        return True
    finally:
        lock.release()
