# diagnosis: left-over
def buy(name, lock):
    with lock:
        count = read_stock()["count"]
        if count > 1:
            write_stock({"count": count - 1})
            return True
    return False
