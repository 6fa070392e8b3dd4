# diagnosis: taken-twice
def take_one(lock):
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        write_stock({"count": stock["count"] - 1})
        return True


def buy(person, lock):
    with lock:
        return take_one(lock)
