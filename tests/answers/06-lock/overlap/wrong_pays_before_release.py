# diagnosis: too-few
def purchase(person, lock, pay):
    lock.acquire()
    try:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        write_stock({"count": stock["count"] - 1})
        if pay():
            return True
        write_stock(stock)
        return False
    finally:
        lock.release()
