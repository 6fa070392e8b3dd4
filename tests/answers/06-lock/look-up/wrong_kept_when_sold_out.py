# diagnosis: lock-kept
def visit(person, lock):
    lock.acquire()
    seen = read_stock()["count"]
    if seen == 0:
        return seen, False
    write_stock({"count": seen - 1})
    lock.release()
    return seen, True
