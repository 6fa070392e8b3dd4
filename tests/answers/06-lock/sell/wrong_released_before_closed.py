# diagnosis: written-late
def buy(person, lock):
    lock.acquire()
    stock = read_stock()
    if stock["count"] == 0:
        lock.release()
        return False
    stock["count"] -= 1
    file = open("ticket.json", "w", encoding="utf-8")
    json.dump(stock, file)
    lock.release()
    file.close()
    return True
