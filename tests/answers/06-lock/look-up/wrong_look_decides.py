# diagnosis: look-outside
def visit(person, lock):
    stock = read_stock()
    seen = stock["count"]
    with lock:
        if stock["count"] > 0:
            stock["count"] -= 1
            write_stock(stock)
            return seen, True
    return seen, False
