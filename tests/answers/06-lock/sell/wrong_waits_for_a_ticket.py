# diagnosis: livelock
def buy(person, lock):
    with lock:
        while read_stock()["count"] == 0:
            nap(1)
        stock = read_stock()
        write_stock({"count": stock["count"] - 1})
        return True
