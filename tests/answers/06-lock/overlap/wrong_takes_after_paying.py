# diagnosis: oversold
def purchase(person, lock, pay):
    with lock:
        if read_stock()["count"] == 0:
            return False
    if not pay():
        return False
    with lock:
        stock = read_stock()
        stock["count"] -= 1
        write_stock(stock)
    return True
