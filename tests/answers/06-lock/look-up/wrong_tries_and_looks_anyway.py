# diagnosis: went-on
def visit(person, lock):
    free = lock.acquire(block=False)
    seen = read_stock()["count"]
    if free:
        lock.release()
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return seen, False
        stock["count"] -= 1
        write_stock(stock)
        return seen, True
