# diagnosis: seen
def visit(person, lock):
    with lock:
        stock = read_stock()
        seen = stock["count"]
        if seen > 0:
            stock["count"] -= 1
            write_stock(stock)
            return True, seen
        return False, seen
