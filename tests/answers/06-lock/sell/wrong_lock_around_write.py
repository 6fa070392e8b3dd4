# diagnosis: look-outside
def buy(person, lock):
    stock = read_stock()
    if stock["count"] > 0:
        stock["count"] -= 1
        with lock:
            write_stock(stock)
        return True
    return False
