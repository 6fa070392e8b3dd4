# diagnosis: oversold
def buy(person, lock):
    with lock:
        stock = read_stock()
        stock["count"] -= 1
        write_stock(stock)
        return True
