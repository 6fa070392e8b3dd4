# diagnosis: unpaid
def purchase(person, lock, pay):
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        stock["count"] -= 1
        write_stock(stock)
    if pay:
        return True
    with lock:
        write_stock({"count": read_stock()["count"] + 1})
    return False
