# diagnosis: seen
def visit(person, lock):
    with lock:
        stock = read_stock()
        got = stock["count"] > 0
        if got:
            stock["count"] -= 1
            write_stock(stock)
        return stock["count"], got
