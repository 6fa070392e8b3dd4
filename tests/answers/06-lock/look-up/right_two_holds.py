def visit(person, lock):
    with lock:
        seen = read_stock()["count"]
    with lock:
        stock = read_stock()
        if stock["count"] > 0:
            stock["count"] -= 1
            write_stock(stock)
            return seen, True
    return seen, False
