# diagnosis: too-few
def purchase(person, lock, pay):
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        if not pay():
            return False
        stock["count"] -= 1
        write_stock(stock)
        return True
