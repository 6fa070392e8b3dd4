# diagnosis: lock-kept
def purchase(person, lock, pay):
    lock.acquire()
    stock = read_stock()
    if stock["count"] == 0:
        lock.release()
        return False
    stock["count"] -= 1
    write_stock(stock)
    lock.release()
    if not pay():
        lock.acquire()
        stock = read_stock()
        stock["count"] += 1
        write_stock(stock)
        return False
    return True
