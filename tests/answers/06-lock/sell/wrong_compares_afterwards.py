# diagnosis: left-over-alone
def buy(person, lock):
    with lock:
        stock = read_stock()
        if stock["count"] > 0:
            stock["count"] -= 1
            write_stock(stock)
        return stock["count"] > 0
