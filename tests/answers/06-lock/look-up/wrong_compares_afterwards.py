# diagnosis: left-over-alone
def visit(person, lock):
    with lock:
        stock = read_stock()
        seen = stock["count"]
        if stock["count"] > 0:
            stock["count"] -= 1
            write_stock(stock)
        return seen, stock["count"] > 0
