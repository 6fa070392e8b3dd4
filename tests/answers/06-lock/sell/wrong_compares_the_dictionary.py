# diagnosis: TypeError
def buy(name, lock):
    with lock:
        stock = read_stock()
        if stock > 0:
            write_stock(stock - 1)
            return True
    return False
