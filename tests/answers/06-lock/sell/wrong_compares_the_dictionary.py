# diagnosis: TypeError
def buy(person, lock):
    with lock:
        stock = read_stock()
        if stock > 0:
            write_stock({"count": stock - 1})
            return True
        return False
