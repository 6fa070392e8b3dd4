# diagnosis: count
def purchase(name, lock, pay):
    with lock:
        count = read_stock()["count"]
        if count == 0:
            return False
        write_stock({"count": count - 1})
    if pay():
        return True
    with lock:
        write_stock({"count": read_stock()["count"] + 2})
    return False
