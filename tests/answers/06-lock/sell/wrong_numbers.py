# diagnosis: answer
def buy(name, lock):
    with lock:
        count = read_stock()["count"]
        if count > 0:
            write_stock({"count": count - 1})
            return 1
    return 0
