# diagnosis: answer
def purchase(person, lock, pay):
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return
        write_stock({"count": stock["count"] - 1})
    if not pay():
        with lock:
            write_stock({"count": read_stock()["count"] + 1})
