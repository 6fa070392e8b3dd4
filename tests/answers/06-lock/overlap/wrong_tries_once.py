# diagnosis: left-over
def purchase(person, lock, pay):
    if not lock.acquire(block=False):
        return False
    stock = read_stock()
    if stock["count"] == 0:
        lock.release()
        return False
    write_stock({"count": stock["count"] - 1})
    lock.release()
    if pay():
        return True
    with lock:
        write_stock({"count": read_stock()["count"] + 1})
    return False
