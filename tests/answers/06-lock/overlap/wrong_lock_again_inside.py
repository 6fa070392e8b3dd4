# diagnosis: taken-twice
def purchase(person, lock, pay):
    lock.acquire()
    stock = read_stock()
    if stock["count"] == 0:
        lock.release()
        return False
    write_stock({"count": stock["count"] - 1})
    paid = pay()
    if not paid:
        with lock:
            write_stock({"count": read_stock()["count"] + 1})
    lock.release()
    return paid
