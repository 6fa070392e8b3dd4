# diagnosis: truth-itself
def purchase(person, lock, pay):
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        write_stock({"count": stock["count"] - 1})
    if pay():
        return 1
    with lock:
        write_stock({"count": read_stock()["count"] + 1})
    return 0
