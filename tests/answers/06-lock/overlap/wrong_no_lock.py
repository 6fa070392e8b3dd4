# diagnosis: no-lock
def purchase(person, lock, pay):
    stock = read_stock()
    if stock["count"] == 0:
        return False
    stock["count"] -= 1
    write_stock(stock)
    if pay():
        return True
    stock = read_stock()
    stock["count"] += 1
    write_stock(stock)
    return False
