# diagnosis: look-outside
def visit(person, lock):
    seen = read_stock()["count"]
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return seen, False
        os.remove("ticket.json")
        stock["count"] -= 1
        write_stock(stock, "new.json")
        os.rename("new.json", "ticket.json")
        return seen, True
