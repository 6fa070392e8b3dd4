def search(lock):
    lock.acquire()
    try:
        return read_stock()["count"]
    finally:
        lock.release()


def get_ticket(lock):
    lock.acquire()
    try:
        stock = read_stock()
        if stock["count"] < 1:
            return False
        stock["count"] -= 1
        write_stock(stock)
        return True
    finally:
        lock.release()


def visit(person, lock):
    seen = search(lock)
    print(f"{person} 查询票数：{seen}")
    return seen, get_ticket(lock)
