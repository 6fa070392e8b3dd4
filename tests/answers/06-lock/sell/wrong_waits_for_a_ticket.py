# diagnosis: livelock
def buy(name, lock):
    with lock:
        while read_stock()["count"] == 0:
            nap(1)
        write_stock({"count": read_stock()["count"] - 1})
        return True
