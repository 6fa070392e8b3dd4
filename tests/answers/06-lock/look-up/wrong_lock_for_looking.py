# diagnosis: own-locks
def visit(person, lock):
    look_lock = Lock()
    with look_lock:
        seen = read_stock()["count"]
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return seen, False
        stock["count"] -= 1
        write_stock(stock)
        return seen, True
