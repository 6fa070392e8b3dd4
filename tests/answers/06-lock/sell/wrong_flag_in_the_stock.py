# diagnosis: no-lock
def buy(person, lock):
    stock = read_stock()
    while stock.get("busy"):
        stock = read_stock()
    stock["busy"] = True
    write_stock(stock)
    got = stock["count"] > 0
    if got:
        stock["count"] -= 1
    stock["busy"] = False
    write_stock(stock)
    return got
