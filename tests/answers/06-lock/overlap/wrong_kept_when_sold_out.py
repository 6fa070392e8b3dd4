# diagnosis: lock-kept
def purchase(person, lock, pay):
    lock.acquire()
    stock = read_stock()
    if stock["count"] == 0:
        return False
    write_stock({"count": stock["count"] - 1})
    lock.release()
    if pay():
        return True
    with lock:
        write_stock({"count": read_stock()["count"] + 1})
    return False
