# diagnosis: count
def buy(person, lock):
    with lock:
        return read_stock()["count"] > 0
