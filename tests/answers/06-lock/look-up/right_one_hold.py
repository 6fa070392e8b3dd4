def visit(person, lock):
    with lock:
        seen = read_stock()["count"]
        got = seen > 0
        if got:
            write_stock({"count": seen - 1})
        return seen, got
