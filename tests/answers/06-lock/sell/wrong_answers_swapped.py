# diagnosis: left-over-alone
def buy(person, lock):
    with lock:
        c = read_stock()["count"]
        if c > 0:
            write_stock({"count": c - 1})
            return False
        return True
