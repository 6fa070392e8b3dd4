# diagnosis: left-over-alone
def buy(person, lock):
    with lock:
        c = read_stock()["count"]
        if c == 1:
            write_stock({"count": c - 1})
            return True
        return False
