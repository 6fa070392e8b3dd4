# diagnosis: dictionary
def buy(person, lock):
    lock.acquire()
    stock = read_stock()["count"]
    sold = stock > 0
    if sold:
        write_stock(stock - 1)
    lock.release()
    return sold
