# diagnosis: count
def buy(person, lock):
    with lock:
        stock = read_stock()
        if stock["count"] > 0:
            write_stock({"count": 0})
            return True
        return False
