# diagnosis: truth-itself
def buy(person, lock):
    with lock:
        stock = read_stock()
        if stock["count"] > 0:
            stock["count"] -= 1
            write_stock(stock)
            return 1
        return 0
