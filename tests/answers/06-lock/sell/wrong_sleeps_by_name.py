# diagnosis: sleeps
def buy(person, lock):
    nap(len(person))
    stock = read_stock()
    if stock["count"] > 0:
        stock["count"] -= 1
        write_stock(stock)
        return True
    return False
