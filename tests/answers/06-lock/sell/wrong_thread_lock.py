# diagnosis: open.threads
import threading


def buy(person, lock):
    guard = threading.Lock()
    with guard:
        stock = read_stock()
        if stock["count"] > 0:
            stock["count"] -= 1
            write_stock(stock)
            return True
        return False
