# diagnosis: no-lock
def visit(person, lock):
    stock = read_stock()
    seen = stock["count"]
    if seen > 0:
        stock["count"] -= 1
        write_stock(stock)
        return seen, True
    return seen, False
