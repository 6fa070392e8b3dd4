# diagnosis: declined
def purchase(person, lock, pay):
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        stock["count"] -= 1
        write_stock(stock)
    if not pay():
        with lock:
            stock = read_stock()
            stock["count"] += 1
            write_stock(stock)
    return True
