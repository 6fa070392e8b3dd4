# diagnosis: swallowed
def visit(person, lock):
    try:
        seen = read_stock()["count"]
    except json.JSONDecodeError:
        time.sleep(0.01)
        seen = read_stock()["count"]
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return seen, False
        stock["count"] -= 1
        write_stock(stock)
        return seen, True
