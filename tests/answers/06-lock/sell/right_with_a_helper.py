def customer(number):
    return number > 0


def buy(name, lock):
    with lock:
        count = read_stock()["count"]
        nap(1)
        if customer(count):
            write_stock({"count": count - 1})
            return True
    return False
