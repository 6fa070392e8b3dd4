# diagnosis: two-holds
def buy(person, lock):
    with lock:
        stock = read_stock()
    if stock["count"] == 0:
        return False
    stock["count"] -= 1
    with lock:
        write_stock(stock)
    return True
