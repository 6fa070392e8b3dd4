# diagnosis: left-over
class Customer(str):
    tries = 0


def buy(person, lock):
    me = Customer(person)
    while not lock.acquire(block=False):
        me.tries += 1
        if me.tries > 20:
            return False
    try:
        stock = read_stock()
        if stock["count"] < 1:
            return False
        stock["count"] -= 1
        write_stock(stock)
        return True
    finally:
        lock.release()
