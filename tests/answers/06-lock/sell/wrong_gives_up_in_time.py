# diagnosis: left-over
def buy(person, lock):
    if lock.acquire(timeout=1):
        stock = read_stock()
        got = stock["count"] > 0
        if got:
            stock["count"] -= 1
            write_stock(stock)
        lock.release()
        return got
    return False
