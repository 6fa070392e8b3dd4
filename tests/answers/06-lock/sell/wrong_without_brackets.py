# diagnosis: not-called
def buy(person, lock):
    lock.acquire
    stock = read_stock()["count"]
    sold = stock > 0
    if sold:
        write_stock({"count": stock - 1})
    lock.release
    return sold
