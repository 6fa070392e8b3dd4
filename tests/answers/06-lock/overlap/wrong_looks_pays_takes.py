# diagnosis: two-holds
def purchase(person, lock, pay):
    with lock:
        stock = read_stock()
    if stock["count"] == 0 or not pay():
        return False
    stock["count"] -= 1
    with lock:
        write_stock(stock)
    return True
