# diagnosis: taken-twice
def get_ticket(lock):
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        stock["count"] -= 1
        write_stock(stock)
        return True


def visit(person, lock):
    with lock:
        seen = read_stock()["count"]
        return seen, get_ticket(lock)
