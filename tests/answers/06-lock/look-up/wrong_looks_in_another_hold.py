# diagnosis: sold-twice
def visit(person, lock):
    with lock:
        seen = read_stock()["count"]
    if seen > 0:
        with lock:
            stock = read_stock()
            stock["count"] -= 1
            write_stock(stock)
        return seen, True
    return seen, False
