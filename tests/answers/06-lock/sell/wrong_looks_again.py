# diagnosis: reread
def buy(person, lock):
    if read_stock()["count"] == 0:
        return False
    stock = read_stock()
    if stock["count"] > 0:
        stock["count"] -= 1
        write_stock(stock)
        return True
    return False
