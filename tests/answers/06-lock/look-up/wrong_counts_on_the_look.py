# diagnosis: two-holds
def visit(person, lock):
    with lock:
        seen = read_stock()["count"]
    if seen == 0:
        return seen, False
    with lock:
        write_stock({"count": seen - 1})
    return seen, True
