# diagnosis: with-acquire
def buy(person, lock):
    with lock.acquire():
        stock = read_stock()
        if stock["count"] == 0:
            return False
        stock["count"] -= 1
        write_stock(stock)
        return True
