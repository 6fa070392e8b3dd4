# diagnosis: went-on
def buy(person, lock):
    lock.acquire(timeout=1)
    stock = read_stock()
    got = stock["count"] > 0
    if got:
        stock["count"] -= 1
        write_stock(stock)
    lock.release()
    return got
