# diagnosis: swallowed
def visit(person, lock):
    while True:
        try:
            seen = read_stock()["count"]
            break
        except json.JSONDecodeError:
            pass
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return seen, False
        stock["count"] -= 1
        write_stock(stock)
        return seen, True
