# diagnosis: told
def sell_one(lock):
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        stock["count"] -= 1
        write_stock(stock)
        return True


def visit(person, lock):
    with lock:
        seen = read_stock()["count"]
    sell_one(lock)
    return seen, seen > 0
