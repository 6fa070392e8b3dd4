def purchase(person, lock, pay):
    lock.acquire()
    stock = read_stock()
    reserved = stock["count"] > 0
    if reserved:
        stock["count"] -= 1
        write_stock(stock)
    lock.release()
    if reserved and not pay():
        lock.acquire()
        stock = read_stock()
        stock["count"] += 1
        write_stock(stock)
        lock.release()
        reserved = False
    return reserved
