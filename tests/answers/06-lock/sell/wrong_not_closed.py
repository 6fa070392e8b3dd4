# diagnosis: written-late
def buy(person, lock):
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        stock["count"] -= 1
        file = open("ticket.json", "w", encoding="utf-8")
        json.dump(stock, file)
    return True
