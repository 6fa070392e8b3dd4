# diagnosis: look-outside
def buy(person, lock):
    stock = read_stock()
    with lock:
        if stock["count"] > 0:
            stock["count"] -= 1
            write_stock(stock)
            return True
    return False
