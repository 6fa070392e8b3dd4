# diagnosis: sold-twice
def buy(person, lock):
    with lock:
        stock = read_stock()
    if stock["count"] > 0:
        with lock:
            write_stock({"count": read_stock()["count"] - 1})
        return True
    return False
