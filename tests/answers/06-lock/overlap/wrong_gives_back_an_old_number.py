# diagnosis: two-holds
def purchase(person, lock, pay):
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        write_stock({"count": stock["count"] - 1})
    if pay():
        return True
    with lock:
        write_stock(stock)
    return False
