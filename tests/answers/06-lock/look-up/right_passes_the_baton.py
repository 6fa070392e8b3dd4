def visit(person, lock):
    lock.acquire()
    seen = read_stock()["count"]
    lock.release()
    time.sleep(1)
    lock.acquire()
    stock = read_stock()
    got = stock["count"] > 0
    if got:
        stock["count"] -= 1
        write_stock(stock)
    lock.release()
    return seen, got
